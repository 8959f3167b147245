package com.pitstop.gateway.routing;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import com.pitstop.gateway.GatewaySettings;
import com.pitstop.gateway.web.Problems;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;

/**
 * Calls services within a time and a number of calls at once, and stops for a while calling one that does not answer.
 * What a service answers is passed on whatever it is; the gateway answers 503 where there is no answer.
 */
@Component
class ServiceCalls {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceCalls.class);

    /** Failures after which the service cannot have done anything. */
    private static final Set<Class<? extends IOException>> BEFORE_SENDING = Set.of(
            ConnectException.class,
            ConnectTimeoutException.class,
            ConnectionRequestTimeoutException.class,
            NoRouteToHostException.class,
            UnknownHostException.class);

    private final CircuitBreakerRegistry breakers;
    private final BulkheadRegistry bulkheads;
    private final GatewaySettings settings;

    ServiceCalls(CircuitBreakerRegistry breakers, BulkheadRegistry bulkheads, GatewaySettings settings) {
        this.breakers = breakers;
        this.bulkheads = bulkheads;
        this.settings = settings;
    }

    ServerResponse call(ServiceRoute route, ServerRequest request, HandlerFunction<ServerResponse> next)
            throws Exception {
        var place = bulkheads.bulkhead(route.service());
        if (!place.tryAcquirePermission()) {
            throw unavailable(route.service() + " has too much to do at the moment");
        }
        var answered = false;
        try {
            var answer = new Answer(
                    answer(route, request, next),
                    () -> finish(request, place),
                    failure -> noAnswer(route, request, failure));
            answered = true;
            return answer;
        } finally {
            if (!answered) {
                place.onComplete();
            }
        }
    }

    private ServerResponse answer(ServiceRoute route, ServerRequest request, HandlerFunction<ServerResponse> next)
            throws Exception {
        var breaker = breakers.circuitBreaker(route.service());
        var pauses = IntervalFunction.ofExponentialRandomBackoff(route.backoff(), 2, 0.5);
        var deadline = Deadline.start(route, request);
        for (var attempt = 1; ; attempt++) {
            var pause = pauses.apply(attempt);
            try {
                var answer = breaker.executeCallable(() -> next.handle(request));
                if (!ServiceIsAway.says(answer) || !mayTryAgain(route, request, attempt, pause, deadline)) {
                    return answer;
                }
                discard(request);
            } catch (CallNotPermittedException open) {
                throw unavailable(route.service() + " does not answer at the moment");
            } catch (ResourceAccessException failure) {
                if (!mayTryAgain(route, request, attempt, pause, deadline)) {
                    throw noAnswer(route, request, failure.getCause());
                }
            }
            TimeUnit.MILLISECONDS.sleep(pause);
        }
    }

    /** Also an answer whose body nobody wanted, such as an unchanged one, has to give its connection back. */
    private static void finish(ServerRequest request, Bulkhead place) {
        try {
            discard(request);
        } finally {
            place.onComplete();
        }
    }

    private static boolean mayTryAgain(
            ServiceRoute route, ServerRequest request, int attempt, long pause, Deadline deadline) {
        return request.method().equals(HttpMethod.GET)
                && attempt <= route.retries()
                && deadline.left().toMillis() > pause;
    }

    private static void discard(ServerRequest request) {
        ClientHttpResponse answer = MvcUtils.getAttribute(request, MvcUtils.CLIENT_RESPONSE_ATTR);
        if (answer != null) {
            answer.close();
        }
    }

    private ErrorResponseException noAnswer(ServiceRoute route, ServerRequest request, @Nullable Throwable cause) {
        LOG.warn("Answered 503, since {} gave no answer: {}", route.service(), String.valueOf(cause));
        if (BEFORE_SENDING.stream().anyMatch(kind -> kind.isInstance(cause))) {
            return unavailable(route.service() + " cannot be reached at the moment");
        }
        var noAnswer = route.service() + " gave no answer";
        return unavailable(
                request.method().equals(HttpMethod.GET)
                        ? noAnswer
                        : noAnswer + ", so the outcome is unknown: what was asked may be done or not. "
                                + "It is safe to repeat the request, if it is a POST with the same Idempotency-Key");
    }

    private ErrorResponseException unavailable(String detail) {
        return Problems.tryAgain(HttpStatus.SERVICE_UNAVAILABLE, detail, settings.retryAfter());
    }
}
