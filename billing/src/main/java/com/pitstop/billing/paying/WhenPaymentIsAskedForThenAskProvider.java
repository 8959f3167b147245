package com.pitstop.billing.paying;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.axonframework.common.AxonThreadFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import com.pitstop.billing.payments.Questions;
import com.pitstop.billing.payments.Questions.Question;
import com.pitstop.billing.provider.ProviderSettings;
import com.pitstop.chassis.connection.Outage;
import com.pitstop.chassis.messaging.Setback;

/**
 * Looks several times a second what the provider is to be asked, and asks it, some at a time: a provider that is slow holds
 * up no processing of events, and one payment no other. Every process looks; who takes a question has it for so long that
 * all tries fit in. One that dies meanwhile leaves it to be asked again.
 */
@Component
class WhenPaymentIsAskedForThenAskProvider implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WhenPaymentIsAskedForThenAskProvider.class);

    private static final int SECONDS_TO_END = 15;

    private final Questions questions;
    private final Settlement settlement;
    private final Clock clock;
    private final ProviderSettings settings;
    private final Semaphore free;
    private final Outage outage = new Outage("What it takes to ask the payment provider");

    private @Nullable ScheduledExecutorService lookout;
    private @Nullable ExecutorService threads;

    WhenPaymentIsAskedForThenAskProvider(
            Questions questions, Settlement settlement, Clock garageClock, ProviderSettings settings) {
        this.questions = questions;
        this.settlement = settlement;
        this.clock = garageClock;
        this.settings = settings;
        this.free = new Semaphore(settings.atOnce());
    }

    @Override
    public synchronized void start() {
        var asking = Executors.newFixedThreadPool(settings.atOnce(), new AxonThreadFactory("PaymentProvider"));
        var looking = Executors.newSingleThreadScheduledExecutor(new AxonThreadFactory("PaymentLookout"));
        var period = settings.lookEvery().toMillis();
        var unused =
                looking.scheduleWithFixedDelay(() -> lookOrTryLater(asking), period, period, TimeUnit.MILLISECONDS);
        threads = asking;
        lookout = looking;
    }

    /** An exception here would end the schedule for good. */
    private void lookOrTryLater(ExecutorService asking) {
        try {
            askWhatIsDue(asking);
            outage.isOver();
        } catch (RuntimeException failure) {
            failed(failure);
        }
    }

    private void askWhatIsDue(ExecutorService asking) {
        var room = free.availablePermits();
        if (room > 0) {
            questions.due(clock.instant(), room).forEach(question -> askIfFirst(question, asking));
        }
    }

    private void askIfFirst(Question question, ExecutorService asking) {
        if (questions.take(question, clock.instant().plus(settings.longestTry()))) {
            free.acquireUninterruptibly();
            asking.execute(() -> askOrTryLater(question));
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

    /** One that was answered stays taken until the table shows that. */
    void settle(Question question) {
        var wait = settlement.settle(question);
        wait.ifPresent(duration -> questions.postpone(question, clock.instant().plus(duration)));
    }

    private void failed(RuntimeException failure) {
        if (Setback.of(failure).isPresent()) {
            outage.goesOn(String.valueOf(failure.getMessage()));
        } else {
            LOG.warn("What the payment provider is to be asked was not asked, and will be", failure);
        }
    }

    /** Before the buses: phases end in the opposite order of their beginning, and this is the last one. */
    @Override
    public synchronized void stop() {
        Optional.ofNullable(lookout).ifPresent(WhenPaymentIsAskedForThenAskProvider::end);
        Optional.ofNullable(threads).ifPresent(WhenPaymentIsAskedForThenAskProvider::end);
        lookout = null;
        threads = null;
    }

    private static void end(ExecutorService threads) {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return lookout != null;
    }
}
