package com.pitstop.gateway.routing;

import java.time.Duration;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a route says in the YAML about the service behind it.
 *
 * @param service by which name its breaker, its bulkhead and their metrics go; several routes may share one
 * @param timeout for the whole of a request until the head of its answer is there, tries and pauses together
 * @param longestWait how much longer a change may take if its client asks for that with {@code Prefer: wait}
 * @param retries how often a GET is tried again, if the service is not reached or says it is not there
 * @param backoff the pause before the first of them, doubled for each further one, give or take half of it
 */
public record ServiceRoute(
        String service,
        @DefaultValue("5s") Duration timeout,
        @DefaultValue("0s") Duration longestWait,
        @DefaultValue("0") int retries,
        @DefaultValue("100ms") Duration backoff) {

    public ServiceRoute {
        if (service == null || service.isBlank()) {
            throw new IllegalArgumentException("A route with the filter Service must name its service");
        }
        if (timeout.toMillis() < 1 || longestWait.isNegative() || retries < 0 || backoff.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "The route to %s has a time or a number of retries that is none".formatted(service));
        }
    }
}
