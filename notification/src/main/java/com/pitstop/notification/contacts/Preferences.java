package com.pitstop.notification.contacts;

import java.util.List;
import java.util.UUID;

import com.pitstop.notification.domain.Language;
import com.pitstop.notification.domain.MailKind;

/**
 * How a customer hears from the garage.
 *
 * @param chosen whether the customer said so; otherwise it is what everybody gets who said nothing
 * @param language of mails, {@code en} or {@code nl}
 * @param kinds of mail that the customer wants
 */
public record Preferences(
        UUID customerId,
        boolean chosen,
        String language,
        List<String> kinds,
        boolean newsletter,
        boolean sms,
        boolean dataSharing) {

    public Preferences {
        kinds = List.copyOf(kinds);
    }

    static Preferences ofWhoSaidNothing(UUID customerId, Language language) {
        var all = MailKind.ofCustomers().stream().map(MailKind::name).toList();
        return new Preferences(customerId, false, language.code(), all, false, false, false);
    }
}
