package com.pitstop.shared.notification;

import java.util.List;
import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * A customer said how they want to hear from the garage. Carries all wishes, also those that stayed the same.
 *
 * @param language of mails, {@code en} or {@code nl}
 * @param kinds of mail that the customer wants, such as {@code REMINDER}
 * @param newsletter whether the customer wants one
 * @param sms whether the customer may be reached by text message
 * @param dataSharing whether others may be given what the garage knows of the customer
 */
@Revision("1")
public record ContactPreferencesSet(
        UUID customerId, String language, List<String> kinds, boolean newsletter, boolean sms, boolean dataSharing) {

    public ContactPreferencesSet {
        kinds = List.copyOf(kinds);
    }
}
