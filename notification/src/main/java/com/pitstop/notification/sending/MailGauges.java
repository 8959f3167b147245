package com.pitstop.notification.sending;

import java.util.Locale;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import com.pitstop.notification.outbox.MailStatus;
import com.pitstop.notification.outbox.Outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** How many mails have not left yet. Every process counts all of them. */
@Component
class MailGauges implements MeterBinder {

    private final Outbox outbox;

    MailGauges(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Stream.of(MailStatus.WAITING, MailStatus.PARKED)
                .forEach(status -> Gauge.builder("pitstop.mails", outbox, mails -> mails.count(status))
                        .tag("status", status.name().toLowerCase(Locale.ROOT))
                        .description("Mails that have not left")
                        .register(registry));
    }
}
