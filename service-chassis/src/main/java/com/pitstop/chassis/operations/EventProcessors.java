package com.pitstop.chassis.operations;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.axonframework.config.EventProcessingModule;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;

import com.pitstop.chassis.processing.Instances;
import com.pitstop.chassis.processing.Positions;

/** The event processors of this process, as an operator sees and steers them. */
public class EventProcessors {

    /** What a processor is doing. */
    public enum State {
        RUNNING,
        REPLAYING,
        FAILING,
        PAUSED
    }

    /**
     * One processor.
     *
     * @param position the position that all its segments have passed
     * @param lagInEvents events between that position and the last there is
     * @param replayProgress per cent of a replay that is done, null when none is going on
     * @param lastError why it does not get on, null when it does
     */
    public record Status(
            String name,
            State state,
            long position,
            long lagInEvents,
            @Nullable Integer replayProgress,
            List<Positions.Segment> segments,
            @Nullable String lastError) {}

    private static final long SECONDS_TO_RELEASE = 10;

    private final EventProcessingModule processing;
    private final Positions positions;
    private final Instances instances;

    public EventProcessors(EventProcessingModule processing, Positions positions, Instances instances) {
        this.processing = processing;
        this.positions = positions;
        this.instances = instances;
    }

    public List<Status> all() {
        var head = positions.head();
        var stored = positions.all();
        return processing.eventProcessors().values().stream()
                .map(StreamingEventProcessor.class::cast)
                .map(processor -> status(processor, stored.getOrDefault(processor.getName(), List.of()), head))
                .sorted(Comparator.comparing(Status::name))
                .toList();
    }

    public Optional<Status> named(String name) {
        return find(name).map(processor -> status(processor, positions.of(name), positions.head()));
    }

    /** Stops handling events, in whichever process. They wait, also past a restart. */
    void pause(String name) {
        instances.pause(name);
        lookAtTheShareAgain(name);
        waitUntil(() -> positions.of(name).stream().allMatch(segment -> segment.owner() == null));
    }

    void resume(String name) {
        instances.resume(name);
        lookAtTheShareAgain(name);
    }

    /**
     * Empties the read model and fills it again from the first event on. Commands and other read models go on. One that
     * is paused stays so, and is filled when it is resumed.
     *
     * @throws UnableToClaimTokenException when another process does not let go of it
     */
    void replay(String name) {
        var wasPaused = instances.isPaused(name);
        pause(name);
        var processor = find(name).orElseThrow();
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
    private void lookAtTheShareAgain(String name) {
        var processor = find(name).orElseThrow();
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

    Optional<StreamingEventProcessor> find(String name) {
        return processing.eventProcessor(name, StreamingEventProcessor.class);
    }

    private Status status(StreamingEventProcessor processor, List<Positions.Segment> stored, long head) {
        var segments = upToDate(stored, processor);
        var position =
                segments.stream().mapToLong(Positions.Segment::position).min().orElse(-1);
        var error = processor.processingStatus().values().stream()
                .filter(EventTrackerStatus::isErrorState)
                .map(status -> String.valueOf(status.getError()))
                .findFirst();
        return new Status(
                processor.getName(),
                state(processor, segments, error.isPresent()),
                position,
                Math.max(0, head - position),
                progress(segments),
                segments,
                error.orElse(null));
    }

    private static List<Positions.Segment> upToDate(List<Positions.Segment> stored, StreamingEventProcessor processor) {
        var here = processor.processingStatus();
        return stored.stream()
                .map(segment -> Optional.ofNullable(here.get(segment.segment()))
                        .map(live -> Positions.live(segment.segment(), segment.owner(), live.getTrackingToken()))
                        .orElse(segment))
                .toList();
    }

    private State state(StreamingEventProcessor processor, List<Positions.Segment> segments, boolean failing) {
        if (instances.isPaused(processor.getName()) || !processor.isRunning()) {
            return State.PAUSED;
        }
        if (failing || processor.isError()) {
            return State.FAILING;
        }
        return segments.stream().anyMatch(Positions.Segment::replaying) ? State.REPLAYING : State.RUNNING;
    }

    private static @Nullable Integer progress(List<Positions.Segment> segments) {
        return segments.stream()
                .filter(Positions.Segment::replaying)
                .map(segment -> (int) (100
                        * Math.max(0, segment.position())
                        / Math.max(1, segment.replayUntil() == null ? 1 : segment.replayUntil())))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
