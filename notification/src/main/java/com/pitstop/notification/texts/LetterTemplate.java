package com.pitstop.notification.texts;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

import org.springframework.core.io.ClassPathResource;

import com.pitstop.notification.domain.Language;
import com.pitstop.notification.domain.MailKind;
import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;

/** A kind of mail in a language. The first line of its plain text is the subject. */
record LetterTemplate(Template subject, Page text, Page html) {

    private static final String FOLDER = "mail/";
    private static final String SUBJECT = "Subject: ";

    /** What a mail says, within what all mails have around it. */
    private record Page(Template body, Template layout) {

        String fill(Sheet sheet) {
            return layout.execute(Map.of("body", body.execute(sheet), "garage", sheet.garage()));
        }
    }

    static LetterTemplate of(MailKind kind, Language language) {
        var file = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        var text = read("%s/%s.txt".formatted(language.code(), file));
        var endOfSubject = text.indexOf('\n');
        var plain = compiler(language, ".txt").withEscaper(Escapers.NONE);
        var html = compiler(language, ".html").withEscaper(Escapers.HTML);
        return new LetterTemplate(
                plain.compile(text.substring(SUBJECT.length(), endOfSubject)),
                new Page(plain.compile(text.substring(endOfSubject).strip()), plain.compile(read("layout.txt"))),
                new Page(
                        html.compile(read("%s/%s.html".formatted(language.code(), file))
                                .strip()),
                        html.compile(read("layout.html"))));
    }

    Letter write(Sheet sheet) {
        return new Letter(Typed.line(subject.execute(sheet)), text.fill(sheet), html.fill(sheet));
    }

    private static Mustache.Compiler compiler(Language language, String ending) {
        return Mustache.compiler().withLoader(part -> new StringReader(read(language.code() + '/' + part + ending)));
    }

    private static String read(String file) {
        try {
            return new ClassPathResource(FOLDER + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
