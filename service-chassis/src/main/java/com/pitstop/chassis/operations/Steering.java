package com.pitstop.chassis.operations;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;

import com.pitstop.chassis.processing.Instances;
import com.pitstop.chassis.processing.Positions;

/** Pauses, resumes and replays event processors, in all processes of the service. */
class Steering {

    private static final long SECONDS_TO_RELEASE = 10;

    private final Positions positions;
    private final Instances instances;

    Steering(Positions positions, Instances instances) {
        this.positions = positions;
        this.instances = instances;
    }

    /** Stops handling events, in whichever process. They wait, also past a restart. */
    void pause(StreamingEventProcessor processor) {
        var name = processor.getName();
        instances.pause(name);
        lookAtTheShareAgain(processor);
        waitUntil(() -> positions.of(name).stream().allMatch(segment -> segment.owner() == null));
    }

    void resume(StreamingEventProcessor processor) {
        instances.resume(processor.getName());
        lookAtTheShareAgain(processor);
    }

    /**
     * Empties the read model and fills it again from the first event on. Commands and other read models go on. One that
     * is paused stays so, and is filled when it is resumed.
     *
     * @throws UnableToClaimTokenException when another process does not let go of it
     */
    void replay(StreamingEventProcessor processor) {
        var name = processor.getName();
        var wasPaused = instances.isPaused(name);
        pause(processor);
        processor.shutDown();
        try {
            processor.resetTokens();
            instances.release(name);
        } finally {
            if (!wasPaused) {
                instances.resume(name);
            }
            processor.start();
        }
    }

    /** A processor that starts looks at once; otherwise it would every two seconds, as those elsewhere do. */
    private static void lookAtTheShareAgain(StreamingEventProcessor processor) {
        processor.shutDown();
        processor.start();
    }

    /** Others let go of their segments within seconds; those of a process that died are free to take a little later. */
    private static void waitUntil(BooleanSupplier released) {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_RELEASE);
        while (!released.getAsBoolean() && System.nanoTime() < deadline) {
            if (interruptedInPause()) {
                return;
            }
        }
    }

    private static boolean interruptedInPause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
