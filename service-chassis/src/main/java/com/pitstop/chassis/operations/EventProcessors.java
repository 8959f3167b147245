package com.pitstop.chassis.operations;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.axonframework.config.EventProcessingModule;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.jspecify.annotations.Nullable;

import com.pitstop.chassis.processing.Instances;
import com.pitstop.chassis.processing.Positions;

/** The event processors of this process, as an operator sees them. */
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
     * @param lagInEvents events between that position and the last there is, null while the hub cannot say
     * @param lagInSeconds the age of the oldest event that it has not handled, 0 when there is none; null while the hub
     *     cannot say
     * @param replayProgress per cent of a replay that is done, null when none is going on
     * @param lastError why it does not get on, null when it does
     */
    public record Status(
            String name,
            State state,
            long position,
            @Nullable Long lagInEvents,
            @Nullable Double lagInSeconds,
            @Nullable Integer replayProgress,
            List<Positions.Segment> segments,
            @Nullable String lastError) {}

    private final EventProcessingModule processing;
    private final Positions positions;
    private final Instances instances;
    private final Clock clock;

    public EventProcessors(EventProcessingModule processing, Positions positions, Instances instances, Clock clock) {
        this.processing = processing;
        this.positions = positions;
        this.instances = instances;
        this.clock = clock;
    }

    public List<Status> all() {
        var lags = new Lags(positions, clock.instant());
        var stored = positions.all();
        return processing.eventProcessors().values().stream()
                .map(StreamingEventProcessor.class::cast)
                .map(processor -> status(processor, stored.getOrDefault(processor.getName(), List.of()), lags))
                .sorted(Comparator.comparing(Status::name))
                .toList();
    }

    public Optional<Status> named(String name) {
        return find(name).map(processor -> status(processor, positions.of(name), new Lags(positions, clock.instant())));
    }

    Optional<StreamingEventProcessor> find(String name) {
        return processing.eventProcessor(name, StreamingEventProcessor.class);
    }

    private Status status(StreamingEventProcessor processor, List<Positions.Segment> stored, Lags lags) {
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
                lags.inEvents(position),
                lags.inSeconds(position),
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
