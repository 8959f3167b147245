package com.pitstop.chassis.rounds;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.axonframework.common.AxonThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import com.pitstop.chassis.connection.Outage;
import com.pitstop.chassis.messaging.Setback;

/** Makes the rounds of a service, from when everything else has started until before anything else ends. */
class Rounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private static final int SECONDS_TO_END = 10;

    private final List<Round> rounds;
    private final List<ScheduledExecutorService> threads = new ArrayList<>();

    Rounds(List<Round> rounds) {
        this.rounds = List.copyOf(rounds);
    }

    @Override
    public synchronized void start() {
        rounds.forEach(this::start);
    }

    private void start(Round round) {
        var name = round.getClass().getSimpleName();
        var thread = Executors.newSingleThreadScheduledExecutor(new AxonThreadFactory(name));
        var outage = new Outage("What it takes to " + round.purpose());
        var unused = thread.scheduleWithFixedDelay(
                () -> lookOrTryLater(round, outage), 0, round.period().toMillis(), TimeUnit.MILLISECONDS);
        threads.add(thread);
    }

    /** An exception here would end the schedule for good. What is away for a while is worth two lines, not one per round. */
    private static void lookOrTryLater(Round round, Outage outage) {
        try {
            round.look();
            outage.isOver();
        } catch (RuntimeException failure) {
            if (Setback.of(failure).isPresent()) {
                outage.goesOn(String.valueOf(failure.getMessage()));
            } else {
                LOG.warn("To {} failed, and is tried again in {}", round.purpose(), round.period(), failure);
            }
        }
    }

    @Override
    public synchronized void stop() {
        threads.forEach(ScheduledExecutorService::shutdown);
        threads.forEach(Rounds::awaitEnd);
        threads.clear();
        rounds.forEach(Round::finish);
    }

    private static void awaitEnd(ScheduledExecutorService thread) {
        try {
            if (!thread.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return !threads.isEmpty();
    }
}
