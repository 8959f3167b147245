package com.pitstop.notification.contacts;

import java.util.Set;
import java.util.UUID;

import com.pitstop.notification.domain.Language;
import com.pitstop.notification.domain.MailKind;

/**
 * Somebody to write to.
 *
 * @param kinds names of the kinds of mail that they want
 */
public record Contact(UUID customerId, String name, String emailAddress, Language language, Set<String> kinds) {

    public Contact {
        kinds = Set.copyOf(kinds);
    }

    public boolean wants(MailKind kind) {
        return kinds.contains(kind.name());
    }
}
