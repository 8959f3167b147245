package com.pitstop.gateway;

import java.time.Duration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What is set for the gateway as a whole; what is set per route stands with the route.
 *
 * @param maximumBody of a request; the gateway holds as much in memory per request
 * @param connectTimeout how long to wait for a service to take a connection, per try
 * @param retryAfter when a client may try again after a 503 of the gateway, rounded up to seconds
 */
@Validated
@ConfigurationProperties("pitstop.gateway")
public record GatewaySettings(
        @DefaultValue("64KB") @NotNull DataSize maximumBody,
        @DefaultValue("1s") @NotNull Duration connectTimeout,
        @DefaultValue("5s") @NotNull Duration retryAfter,
        @DefaultValue @Valid RateLimit rateLimit) {

    /**
     * How often one client, which is one network address, may ask.
     *
     * @param perSecond what a client may ask in the long run
     * @param burst what it may ask at once after a pause
     * @param clients how many are remembered; the ones longest unseen are forgotten first
     */
    public record RateLimit(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("100") @Min(1) int perSecond,
            @DefaultValue("200") @Min(1) int burst,
            @DefaultValue("10000") @Min(1) @Max(10_000_000) int clients) {}
}
