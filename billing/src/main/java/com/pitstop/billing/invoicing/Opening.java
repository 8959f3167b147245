package com.pitstop.billing.invoicing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Supplier;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** When billing began in this garage: when its tables were made, unless somebody says otherwise. */
@Component
class Opening {

    private final Supplier<Instant> openedAt;

    Opening(JdbcTemplate database, @Value("${pitstop.billing.since:#{null}}") Optional<Instant> since) {
        this.openedAt = SingletonSupplier.of(() -> since.orElseGet(() -> madeAt(database)));
    }

    /** Whether it is billing's business. What was finished before was invoiced in another way. */
    boolean isBefore(Instant finished) {
        return !finished.isBefore(openedAt.get());
    }

    private static Instant madeAt(JdbcTemplate database) {
        var opened = database.queryForObject("select opened_at from billing.opening", OffsetDateTime.class);
        if (opened == null) {
            throw new IllegalStateException("The table billing.opening is empty");
        }
        return opened.toInstant();
    }
}
