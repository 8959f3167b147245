package com.pitstop.notification.domain;

import java.util.Set;

/**
 * How a customer wants to hear from the garage.
 *
 * @param kinds the mails that the customer wants
 * @param sms whether the customer may be reached by text message
 * @param dataSharing whether others may be given what the garage knows of the customer
 */
public record Wishes(Language language, Set<MailKind> kinds, boolean newsletter, boolean sms, boolean dataSharing) {

    public Wishes {
        kinds = Set.copyOf(kinds);
    }
}
