package com.pitstop.notification.sending;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Properties;
import java.util.UUID;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.Test;

import com.pitstop.notification.UsualSettings;
import com.pitstop.notification.domain.MailKind;
import com.pitstop.notification.outbox.Mail;

import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Mails as files. */
class MimeMailsTest {

    private static final UUID ID = UUID.fromString("0f4e1c1e-6d3b-4b0e-9a35-3f6c2d1a7b11");

    private final MimeMails mails = new MimeMails(UsualSettings.settings(), new JsonMapper());

    @Test
    void areTheSameMessageEachTime() throws Exception {
        var mail = mail("Anna", "anna@example.org", "Welcome");

        assertThat(read(mail).getMessageID())
                .isEqualTo("<" + ID + "@pitstop.example>")
                .isEqualTo(read(mail).getMessageID());
        assertThat(read(mail).getSentDate()).isEqualTo("2026-11-23T08:00:00Z");
    }

    @Test
    void sayNamesAndSubjectsInAnyScript() throws Exception {
        var message = read(mail("Änna Łukasz", "anna@example.org", "Factuur €"));

        var recipient = (InternetAddress) message.getRecipients(RecipientType.TO)[0];
        assertThat(recipient.getPersonal()).isEqualTo("Änna Łukasz");
        assertThat(message.getSubject()).isEqualTo("Factuur €");
    }

    @Test
    void haveNoHeadersThatSomebodyTyped() throws Exception {
        var name = "Anna\r\nBcc: everybody@example.org\r\n\r\nHello";

        var message = read(mail(name, "anna@example.org", "Welcome"));

        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(((InternetAddress) message.getAllRecipients()[0]).getPersonal())
                .isEqualTo("Anna Bcc: everybody@example.org Hello");
    }

    @Test
    void goToOneAddressOnly() throws Exception {
        for (var typed : new String[] {
            "anna@example.org, everybody@example.org",
            "anna@example.org\r\nBcc: everybody@example.org",
            "anna at home",
            ""
        }) {
            assertThat(read(mail("Anna", typed, "Welcome")).getAllRecipients())
                    .as(typed)
                    .isNull();
        }
    }

    private MimeMessage read(Mail mail) throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mails.file(mail)));
    }

    private static Mail mail(String name, String recipient, String subject) {
        return new Mail(
                ID,
                UUID.randomUUID(),
                MailKind.WELCOME,
                recipient,
                name,
                "en",
                subject,
                "Dear Anna",
                "<p>Dear Anna</p>",
                null,
                null,
                Instant.parse("2026-11-23T08:00:00Z"));
    }
}
