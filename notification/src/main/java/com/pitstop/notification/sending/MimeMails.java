package com.pitstop.notification.sending;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

import com.pitstop.notification.NotificationSettings;
import com.pitstop.notification.domain.MailKind;
import com.pitstop.notification.outbox.Mail;
import com.pitstop.notification.texts.Typed;
import com.pitstop.paper.InvoicePaper;
import com.pitstop.paper.PrintedInvoice;
import com.pitstop.shared.billing.InvoiceIssued;

import tools.jackson.databind.json.JsonMapper;

/** Mails as mail programs and servers understand them. */
@Component
public class MimeMails {

    private final NotificationSettings settings;
    private final JsonMapper json;
    private final InvoicePaper paper = new InvoicePaper();

    MimeMails(NotificationSettings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
    }

    /** The whole message, as a file that mail programs open. */
    public byte[] file(Mail mail) {
        var message = new MimeMessage(Session.getInstance(new Properties()));
        var file = new ByteArrayOutputStream();
        try {
            fill(message, mail);
            if (isAddress(mail.recipient())) {
                message.setRecipient(RecipientType.TO, recipient(mail));
            }
            message.saveChanges();
            message.setHeader("Message-ID", messageId(mail));
            message.writeTo(file);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    /** An error if there can be no such address. */
    InternetAddress recipient(Mail mail) throws AddressException {
        return named(new InternetAddress(mail.recipient(), true), mail.recipientName());
    }

    /** With all but the recipient. */
    void fill(MimeMessage message, Mail mail) throws MessagingException {
        var helper =
                new MimeMessageHelper(message, MimeMessageHelper.MULTIPART_MODE_MIXED, StandardCharsets.UTF_8.name());
        helper.setFrom(
                named(new InternetAddress(settings.from()), settings.garage().name()));
        helper.setSubject(mail.subject());
        helper.setSentDate(Date.from(mail.writtenAt()));
        helper.setText(mail.text(), mail.html());
        message.setHeader("Message-ID", messageId(mail));
        message.setHeader("Content-Language", mail.language());
        // Nobody needs to know that somebody is on holiday.
        message.setHeader("Auto-Submitted", "auto-generated");
        attachTo(helper, mail);
    }

    private void attachTo(MimeMessageHelper helper, Mail mail) throws MessagingException {
        var calendar = mail.calendar();
        if (calendar != null) {
            var content = new ByteArrayResource(calendar.getBytes(StandardCharsets.UTF_8));
            helper.addAttachment("appointment.ics", content, calendarType(mail.kind()));
        }
        var invoice = mail.invoice();
        if (invoice != null) {
            var issued = json.readValue(invoice, InvoiceIssued.class);
            var content = new ByteArrayResource(paper.print(PrintedInvoice.of(issued)));
            helper.addAttachment(issued.number() + ".pdf", content, "application/pdf");
        }
    }

    private static boolean isAddress(String text) {
        try {
            new InternetAddress(text, true);
            return true;
        } catch (AddressException e) {
            return false;
        }
    }

    /** A name is one word of the line it stands in, whatever somebody called themselves. */
    private static InternetAddress named(InternetAddress address, String name) {
        try {
            address.setPersonal(Typed.line(name), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        return address;
    }

    private static String calendarType(MailKind kind) {
        return "text/calendar; charset=UTF-8; method=" + (kind == MailKind.JOB_CANCELLED ? "CANCEL" : "REQUEST");
    }

    /** The same for every try, so that a server or a mail program can tell that it has seen it. */
    private String messageId(Mail mail) {
        return "<%s@%s>".formatted(mail.mailId(), settings.domain());
    }
}
