package com.pitstop.billing.provider;

import java.net.URI;
import java.time.Duration;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the payment provider is, and how much patience it deserves.
 *
 * @param url of the provider; this process itself when it is simulated and no other is named
 * @param simulated whether this process plays the provider
 * @param timeout for a connection, and again for an answer
 * @param tries before an outcome counts as unknown
 * @param backoff between the first two tries; doubles with every further one
 * @param recovery how long nothing is asked of a provider that fails again and again
 * @param askAgainAfter how long to wait before the first question about an unknown outcome; doubles with every further one
 * @param askAgainWithin the longest wait before another
 * @param lookEvery how long to wait between two looks at what the provider is to be asked
 * @param atOnce requests that this process makes at the same time
 */
@Validated
@ConfigurationProperties("pitstop.billing.provider")
public record ProviderSettings(
        @Nullable URI url,
        @DefaultValue("true") boolean simulated,

        @DefaultValue("2s") @DurationMin(millis = 50) @DurationMax(seconds = 5)
        Duration timeout,

        @DefaultValue("3") @Min(1) @Max(3) int tries,

        @DefaultValue("200ms") @DurationMin(millis = 1) @DurationMax(seconds = 1)
        Duration backoff,

        @DefaultValue("30s") @DurationMin(millis = 1) Duration recovery,
        @DefaultValue("5s") @DurationMin(millis = 1) Duration askAgainAfter,
        @DefaultValue("10m") @DurationMin(millis = 1) Duration askAgainWithin,
        @DefaultValue("500ms") @DurationMin(millis = 10) Duration lookEvery,
        @DefaultValue("8") @Min(1) @Max(64) int atOnce) {

    private static final int CALLS_PER_TRY = 2;
    private static final int MOST_DOUBLINGS = 30;

    @AssertTrue(message = "url must be set where no provider is simulated")
    boolean isSomewhere() {
        return simulated || url != null;
    }

    /** Longer than all tries can take: whoever began them and did not finish by then is gone. */
    public Duration longestTry() {
        return timeout.multipliedBy(2L * CALLS_PER_TRY * tries)
                .plus(backoff.multipliedBy(1L << tries))
                .plusSeconds(10);
    }

    /** How long to wait after so many questions. */
    public Duration waitAfter(int questions) {
        var wait = askAgainAfter.multipliedBy(1L << Math.min(questions - 1, MOST_DOUBLINGS));
        return wait.compareTo(askAgainWithin) < 0 ? wait : askAgainWithin;
    }
}
