package com.pitstop.process.webhooks;

import java.time.Duration;
import java.util.Set;

import jakarta.validation.constraints.AssertTrue;

import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How subscribers are told.
 *
 * @param allowPrivate whether they may be on this machine and in private networks
 * @param allowedHosts names or addresses that may be called wherever they are
 * @param timeout for one try, from the connection to the head of the answer
 * @param retryAfter how long to wait after the first try; four times as long after every further one
 * @param check how long to wait between two looks at what is to be delivered
 * @param claim after how long another process goes on with what one began
 */
@Validated
@ConfigurationProperties("pitstop.processes.webhooks")
record WebhookSettings(
        @DefaultValue("false") boolean allowPrivate,
        @DefaultValue Set<String> allowedHosts,
        @DefaultValue("5s") @DurationMin(millis = 50) Duration timeout,
        @DefaultValue("5s") @DurationMin(millis = 1) Duration retryAfter,
        @DefaultValue("500ms") @DurationMin(millis = 20) Duration check,
        @DefaultValue("1m") @DurationMin(millis = 100) Duration claim) {

    private static final int TRIES_IN_A_CLAIM = 3;

    WebhookSettings {
        allowedHosts = Set.copyOf(allowedHosts);
    }

    @AssertTrue(message = "claim must be three times timeout, so that nobody else begins meanwhile")
    boolean isClaimLongerThanAnyTry() {
        return claim.compareTo(timeout.multipliedBy(TRIES_IN_A_CLAIM)) >= 0;
    }
}
