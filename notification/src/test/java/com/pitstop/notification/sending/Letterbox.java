package com.pitstop.notification.sending;

import java.util.UUID;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.pitstop.chassis.test.GarageClock;
import com.pitstop.notification.domain.MailKind;
import com.pitstop.notification.outbox.Mail;
import com.pitstop.notification.outbox.Outbox;

/** Where tests post mails, and look what became of them. */
record Letterbox(ApplicationContext service, GarageClock clock) {

    UUID post() {
        return post(UUID.randomUUID(), "anna@example.org");
    }

    UUID post(UUID customer, String recipient) {
        var mail = new Mail(
                UUID.randomUUID(),
                customer,
                MailKind.WELCOME,
                recipient,
                "Anna",
                "en",
                "Welcome",
                "Dear Anna",
                "<p>Dear Anna</p>",
                null,
                null,
                clock.instant());
        new TransactionTemplate(service.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(
                        transaction -> service.getBean(Outbox.class).add(mail));
        return mail.mailId();
    }

    String status(UUID mail) {
        return column(mail, "status", String.class);
    }

    int attempts(UUID mail) {
        return column(mail, "attempts", Integer.class);
    }

    String lastError(UUID mail) {
        return column(mail, "last_error", String.class);
    }

    <T> T column(UUID mail, String column, Class<T> type) {
        return database()
                .queryForObject("select %s from notification.mail where mail_id = ?".formatted(column), type, mail);
    }

    JdbcTemplate database() {
        return service.getBean(JdbcTemplate.class);
    }
}
