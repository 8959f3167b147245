package com.pitstop.parts;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How parts are kept for somebody.
 *
 * @param reservationExpiry after how long what was reserved and not consumed may be given to others
 * @param expiryCheck how long to wait between two looks at which reservations that holds for
 */
@Validated
@ConfigurationProperties("pitstop.parts")
public record PartsSettings(
        @DefaultValue("7d") @DurationMin(minutes = 1) Duration reservationExpiry,
        @DefaultValue("1m") @DurationMin(millis = 100) Duration expiryCheck) {}
