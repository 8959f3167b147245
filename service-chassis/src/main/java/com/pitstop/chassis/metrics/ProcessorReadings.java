package com.pitstop.chassis.metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.pitstop.chassis.operations.DeadLetters;
import com.pitstop.chassis.operations.EventProcessors;
import com.pitstop.chassis.operations.EventProcessors.Status;
import com.pitstop.chassis.processing.Positions;

/** How every event processor is doing, all its segments taken together, whoever works on them. */
class ProcessorReadings {

    /**
     * One processor at one moment.
     *
     * @param lagInSeconds the age of the oldest event that it has not handled, 0 when there is none
     */
    record Reading(Status status, double lagInSeconds, long parked) {}

    private final EventProcessors processors;
    private final DeadLetters deadLetters;
    private final Positions positions;
    private final Clock clock;

    ProcessorReadings(EventProcessors processors, DeadLetters deadLetters, Positions positions, Clock clock) {
        this.processors = processors;
        this.deadLetters = deadLetters;
        this.positions = positions;
        this.clock = clock;
    }

    /** By the name of the processor. Looks at an event only where some processor is behind, once per position. */
    Map<String, Reading> read() {
        var now = clock.instant();
        var nextEvents = new HashMap<Long, Optional<Instant>>();
        return processors.all().stream()
                .map(status ->
                        new Reading(status, lagInSeconds(status, now, nextEvents), deadLetters.count(status.name())))
                .collect(Collectors.toMap(reading -> reading.status().name(), Function.identity()));
    }

    /** Not a number where the event cannot be read, which is no reason not to show the rest. */
    private double lagInSeconds(Status status, Instant now, Map<Long, Optional<Instant>> nextEvents) {
        if (status.lagInEvents() == 0) {
            return 0;
        }
        try {
            return nextEvents
                    .computeIfAbsent(status.position(), positions::nextEventAfter)
                    .map(recorded -> Math.max(0, Duration.between(recorded, now).toMillis() / 1000d))
                    .orElse(0d);
        } catch (RuntimeException unreadable) {
            return Double.NaN;
        }
    }
}
