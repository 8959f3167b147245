package com.pitstop.notification.sending;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;

import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import com.pitstop.chassis.connection.Outage;
import com.pitstop.chassis.messaging.Causes;
import com.pitstop.notification.outbox.Delivery;
import com.pitstop.notification.outbox.Mail;

/** Hands mails to the garage's mail server, over SMTP. */
class MailServer implements Carrier {

    private final JavaMailSenderImpl sender;
    private final MimeMails mails;
    private final Outage outage = new Outage("The mail server");

    MailServer(JavaMailSenderImpl sender, MimeMails mails, Duration timeout) {
        this.sender = limited(sender, timeout);
        this.mails = mails;
    }

    @Override
    public String state() {
        return outage.reason().map("cannot be reached: "::concat).orElse("in use");
    }

    @Override
    public Delivery carry(Mail mail) throws UndeliveredException {
        try {
            send(message(mail));
        } catch (AddressException e) {
            throw UndeliveredException.forGood("Not an address: " + line(e), e);
        } catch (MessagingException e) {
            throw UndeliveredException.forNow(line(e), e);
        }
        outage.isOver();
        return Delivery.SMTP;
    }

    private MimeMessage message(Mail mail) throws MessagingException {
        var message = sender.createMimeMessage();
        message.setRecipient(RecipientType.TO, mails.recipient(mail));
        mails.fill(message, mail);
        return message;
    }

    private void send(MimeMessage message) throws UndeliveredException {
        try {
            sender.send(message);
        } catch (MailSendException e) {
            if (!e.getFailedMessages().isEmpty()) {
                throw undelivered(e);
            }
            // The server has it, and only the good-bye failed.
        } catch (MailException e) {
            throw unreachable(e);
        }
    }

    private UndeliveredException undelivered(MailSendException failure) {
        if (isOfConnection(failure)) {
            return unreachable(failure);
        }
        outage.isOver();
        return refusal(failure)
                .map(refusal -> UndeliveredException.forGood(line(refusal), failure))
                .orElseGet(() -> UndeliveredException.forNow(line(innermost(failure)), failure));
    }

    private UndeliveredException unreachable(MailException failure) {
        var reason = line(innermost(failure));
        outage.goesOn(reason);
        return UndeliveredException.forNow(reason, failure);
    }

    private static boolean isOfConnection(MailSendException failure) {
        return failure.getCause() != null || causes(failure).anyMatch(IOException.class::isInstance);
    }

    /** What the server said of the recipient, if it said never. */
    private static Optional<Throwable> refusal(MailSendException failure) {
        return causes(failure)
                .filter(cause -> cause instanceof SMTPAddressFailedException refused && refused.getReturnCode() >= 500)
                .findFirst();
    }

    private static Throwable innermost(MailException failure) {
        return causes(failure).reduce((outer, inner) -> inner).orElse(failure);
    }

    private static Stream<Throwable> causes(MailException failure) {
        return failure instanceof MailSendException send && send.getMessageExceptions().length > 0
                ? Arrays.stream(send.getMessageExceptions()).flatMap(Causes::of)
                : Causes.of(failure);
    }

    private static String line(Throwable failure) {
        return String.valueOf(failure.getMessage()).replaceAll("\\s+", " ").strip();
    }

    /** Unless set otherwise, no part of a conversation takes longer, TLS is used where offered, and nobody waits for a good-bye. */
    private static JavaMailSenderImpl limited(JavaMailSenderImpl sender, Duration timeout) {
        var settings = new Properties();
        var protocol = "mail." + Optional.ofNullable(sender.getProtocol()).orElse("smtp");
        Stream.of("connectiontimeout", "timeout", "writetimeout")
                .forEach(limit -> settings.setProperty(protocol + '.' + limit, String.valueOf(timeout.toMillis())));
        settings.setProperty(protocol + ".starttls.enable", "true");
        settings.setProperty(protocol + ".quitwait", "false");
        settings.putAll(sender.getJavaMailProperties());
        sender.setJavaMailProperties(settings);
        return sender;
    }
}
