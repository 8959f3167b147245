package com.pitstop.chassis.hub;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;

import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The database in which services keep their events together.
 *
 * @param url a PostgreSQL that all services share; without it the events are in the service's own database
 * @param username the account there
 * @param password its password
 * @param maximumPoolSize connections that one process may have
 * @param appendTimeout how long the server lets a transaction there be idle or busy before it ends it. Nobody reads
 *     past an append that is under way, so this bounds how long one that hangs can hold up all read models
 */
@Validated
@ConfigurationProperties("pitstop.hub.database")
record HubDatabase(
        @Pattern(regexp = "jdbc:postgresql:.+", message = "must be a PostgreSQL, as in jdbc:postgresql://host:5432/hub")
        @Nullable
        String url,

        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("16") @Min(2) @Max(1000) int maximumPoolSize,

        @DefaultValue("15s") @DurationMin(seconds = 1) @DurationMax(minutes = 10)
        Duration appendTimeout) {}
