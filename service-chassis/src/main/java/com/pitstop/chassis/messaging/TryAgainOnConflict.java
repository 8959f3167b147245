package com.pitstop.chassis.messaging;

import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.RetryScheduler;

/**
 * Sends a command again that lost a race for its stream, so that the rules decide on what the winner left behind. Only
 * conflicts are repeated: a refusal stays a refusal, and a fault stays visible.
 */
public class TryAgainOnConflict implements RetryScheduler {

    private static final int MOST_TRIES = 8;

    private final ScheduledExecutorService executor;

    TryAgainOnConflict(ScheduledExecutorService executor) {
        this.executor = executor;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public boolean scheduleRetry(
            CommandMessage command,
            RuntimeException lastFailure,
            List<Class<? extends Throwable>[]> failures,
            Runnable dispatch) {
        if (failures.size() >= MOST_TRIES || !isConflict(lastFailure)) {
            return false;
        }
        var jitter = ThreadLocalRandom.current().nextLong(1, 10L << Math.min(failures.size(), 5));
        return !executor.schedule(dispatch, jitter, TimeUnit.MILLISECONDS).isCancelled();
    }

    public static boolean isConflict(Throwable failure) {
        return Setback.of(failure).filter(Setback.CONFLICT::equals).isPresent();
    }
}
