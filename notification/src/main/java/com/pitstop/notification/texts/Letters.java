package com.pitstop.notification.texts;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

import org.springframework.stereotype.Component;

import com.pitstop.notification.NotificationSettings;
import com.pitstop.notification.NotificationSettings.Garage;
import com.pitstop.notification.domain.Language;
import com.pitstop.notification.domain.MailKind;

/** Puts mails into words, from the templates in {@code mail}. All of them are read at start, so that none is missing later. */
@Component
public class Letters {

    private final Garage garage;
    private final Map<Language, Map<MailKind, LetterTemplate>> templates = new EnumMap<>(Language.class);

    Letters(NotificationSettings settings) {
        garage = settings.garage();
        Arrays.stream(Language.values()).forEach(language -> templates.put(language, in(language)));
    }

    public Letter write(MailKind kind, Language language, String name, Topic topic) {
        var ofLanguage = Objects.requireNonNull(templates.get(language));
        return Objects.requireNonNull(ofLanguage.get(kind)).write(Sheet.of(name, garage, topic, language.locale()));
    }

    private static Map<MailKind, LetterTemplate> in(Language language) {
        var ofLanguage = new EnumMap<MailKind, LetterTemplate>(MailKind.class);
        Arrays.stream(MailKind.values()).forEach(kind -> ofLanguage.put(kind, LetterTemplate.of(kind, language)));
        return ofLanguage;
    }
}
