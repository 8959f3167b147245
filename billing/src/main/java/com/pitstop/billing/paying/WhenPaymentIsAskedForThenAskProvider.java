package com.pitstop.billing.paying;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;

import org.axonframework.common.AxonThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import com.pitstop.billing.payments.Questions;
import com.pitstop.billing.payments.Questions.Question;
import com.pitstop.billing.provider.ProviderSettings;
import com.pitstop.chassis.messaging.Setback;
import com.pitstop.chassis.rounds.Round;

/**
 * Looks several times a second what the provider is to be asked, and asks it, some at a time: a provider that is slow holds
 * up no processing of events, and one payment no other. Every process looks; who takes a question has it for so long that
 * all tries fit in. One that dies meanwhile leaves it to be asked again.
 */
@Component
class WhenPaymentIsAskedForThenAskProvider implements Round {

    private static final Logger LOG = LoggerFactory.getLogger(WhenPaymentIsAskedForThenAskProvider.class);

    private static final int SECONDS_TO_END = 15;

    private final Questions questions;
    private final Settlement settlement;
    private final Clock clock;
    private final ProviderSettings settings;
    private final Semaphore free;
    private final ExecutorService threads;

    WhenPaymentIsAskedForThenAskProvider(
            Questions questions, Settlement settlement, Clock garageClock, ProviderSettings settings) {
        this.questions = questions;
        this.settlement = settlement;
        this.clock = garageClock;
        this.settings = settings;
        this.free = new Semaphore(settings.atOnce());
        this.threads = Executors.newFixedThreadPool(settings.atOnce(), new AxonThreadFactory("PaymentProvider"));
    }

    @Override
    public String purpose() {
        return "ask the payment provider";
    }

    @Override
    public Duration period() {
        return settings.lookEvery();
    }

    @Override
    public void look() {
        var room = free.availablePermits();
        if (room > 0) {
            questions.due(clock.instant(), room).forEach(this::askIfFirst);
        }
    }

    private void askIfFirst(Question question) {
        if (questions.take(question, clock.instant().plus(settings.longestTry()))) {
            free.acquireUninterruptibly();
            threads.execute(() -> askOrTryLater(question));
        }
    }

    private void askOrTryLater(Question question) {
        try {
            settle(question);
        } catch (RuntimeException failure) {
            failed(failure);
        } finally {
            free.release();
        }
    }

    /** Of what is away for a while the next look tells. */
    private static void failed(RuntimeException failure) {
        if (Setback.of(failure).isEmpty()) {
            LOG.warn("What the payment provider is to be asked was not asked, and will be", failure);
        }
    }

    /** One that was answered stays taken until the table shows that. */
    void settle(Question question) {
        var wait = settlement.settle(question);
        wait.ifPresent(duration -> questions.postpone(question, clock.instant().plus(duration)));
    }

    @Override
    public void finish() {
        try {
            if (free.tryAcquire(settings.atOnce(), SECONDS_TO_END, TimeUnit.SECONDS)) {
                free.release(settings.atOnce());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
