package com.pitstop.notification.web;

import java.util.EnumSet;
import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.jspecify.annotations.Nullable;

import com.pitstop.notification.contacts.Preferences;
import com.pitstop.notification.domain.Language;
import com.pitstop.notification.domain.MailKind;
import com.pitstop.notification.domain.Wishes;

/** All wishes of a customer. Those that are left out, but for the language and the kinds of mail, are none. */
record ContactPreferencesRequest(
        @NotNull @Pattern(regexp = Language.PATTERN, message = "must be en or nl")
        String language,

        @NotNull List<@NotNull MailKind> kinds,
        @Nullable Boolean newsletter,
        @Nullable Boolean sms,
        @Nullable Boolean dataSharing) {

    Wishes wishes() {
        var wanted = EnumSet.noneOf(MailKind.class);
        wanted.addAll(kinds);
        return new Wishes(Language.of(language), wanted, is(newsletter), is(sms), is(dataSharing));
    }

    boolean isShownIn(Preferences preferences) {
        var wishes = wishes();
        return preferences.chosen()
                && preferences.language().equals(language)
                && preferences
                        .kinds()
                        .equals(wishes.kinds().stream()
                                .sorted()
                                .map(MailKind::name)
                                .toList())
                && preferences.newsletter() == wishes.newsletter()
                && preferences.sms() == wishes.sms()
                && preferences.dataSharing() == wishes.dataSharing();
    }

    private static boolean is(@Nullable Boolean wish) {
        return Boolean.TRUE.equals(wish);
    }
}
