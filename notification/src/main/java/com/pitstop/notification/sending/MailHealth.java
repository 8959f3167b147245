package com.pitstop.notification.sending;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

import com.pitstop.notification.outbox.MailStatus;
import com.pitstop.notification.outbox.Outbox;

/**
 * How things stand with the mails. Always up, in the place of Spring Boot's own: while the mail server is away the garage
 * goes on, and mails wait.
 */
@Component("mailHealthContributor")
class MailHealth implements HealthIndicator {

    private final Carrier carrier;
    private final Outbox outbox;

    MailHealth(Carrier carrier, Outbox outbox) {
        this.carrier = carrier;
        this.outbox = outbox;
    }

    @Override
    public Health health() {
        return Health.up()
                .withDetail("server", carrier.state())
                .withDetail("waiting", outbox.count(MailStatus.WAITING))
                .withDetail("parked", outbox.count(MailStatus.PARKED))
                .build();
    }
}
