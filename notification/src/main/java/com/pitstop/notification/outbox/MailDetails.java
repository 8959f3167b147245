package com.pitstop.notification.outbox;

import org.jspecify.annotations.Nullable;

/**
 * A mail with all that it says.
 *
 * @param calendar an entry for the customer's calendar
 * @param withInvoice whether an invoice is attached
 */
public record MailDetails(
        MailItem mail, String text, String html, @Nullable String calendar, boolean withInvoice) {}
