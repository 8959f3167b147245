package com.pitstop.billing.provider;

import org.springframework.stereotype.Component;

import com.pitstop.billing.domain.payment.Answer;
import com.pitstop.billing.domain.payment.ProviderRequest;
import com.pitstop.chassis.connection.Outage;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;

/**
 * Settles requests with the provider. It always asks what became of a request before it sends that: who sent it before may
 * have died since, in this process or in another, and what remembers that may be lost as well.
 */
@Component
public class Cashier {

    private static final int CALLS_LOOKED_AT = 20;
    private static final int CALLS_TO_JUDGE_BY = 10;

    /** One card whose requests never arrive fails every second call at most. */
    private static final float PERCENT_FAILED = 60;

    private static final int CALLS_ON_PROBATION = 3;

    private final Outage outage = new Outage("The payment provider");
    private final PaymentProvider provider;
    private final CircuitBreaker breaker;
    private final Retry retry;

    Cashier(PaymentProvider provider, ProviderSettings settings) {
        this.provider = provider;
        this.breaker = CircuitBreaker.of(
                "payment-provider",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(CALLS_LOOKED_AT)
                        .minimumNumberOfCalls(CALLS_TO_JUDGE_BY)
                        .failureRateThreshold(PERCENT_FAILED)
                        .permittedNumberOfCallsInHalfOpenState(CALLS_ON_PROBATION)
                        .waitDurationInOpenState(settings.recovery())
                        .recordExceptions(NoAnswerException.class)
                        .build());
        breaker.getEventPublisher().onStateTransition(changed -> changed(changed.getStateTransition()));
        this.retry = Retry.of(
                "payment-provider",
                RetryConfig.custom()
                        .maxAttempts(settings.tries())
                        .intervalFunction(IntervalFunction.ofExponentialBackoff(settings.backoff()))
                        .retryExceptions(NoAnswerException.class)
                        .build());
    }

    /** What the provider says; unknown when it says nothing in all tries, or is left alone since it did before. */
    public Answer settle(ProviderRequest request) {
        try {
            return retry.executeSupplier(() -> askThenSubmit(request));
        } catch (NoAnswerException | CallNotPermittedException silence) {
            return Answer.UNKNOWN;
        }
    }

    private Answer askThenSubmit(ProviderRequest request) {
        return breaker.executeSupplier(() -> provider.find(request.key()))
                .orElseGet(() -> breaker.executeSupplier(() -> provider.submit(request)));
    }

    private void changed(CircuitBreaker.StateTransition change) {
        if (change.getToState() == CircuitBreaker.State.CLOSED) {
            outage.isOver();
        } else {
            outage.goesOn("too many of its last answers did not come");
        }
    }

    /** Whether the provider is spoken to at the moment. */
    CircuitBreaker.State state() {
        return breaker.getState();
    }
}
