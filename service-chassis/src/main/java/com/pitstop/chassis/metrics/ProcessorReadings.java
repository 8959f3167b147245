package com.pitstop.chassis.metrics;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.pitstop.chassis.operations.DeadLetters;
import com.pitstop.chassis.operations.EventProcessors;
import com.pitstop.chassis.operations.EventProcessors.Status;

/** How every event processor is doing, all its segments taken together, whoever works on them. */
class ProcessorReadings {

    /** One processor at one moment. */
    record Reading(Status status, long parked) {}

    private final EventProcessors processors;
    private final DeadLetters deadLetters;

    ProcessorReadings(EventProcessors processors, DeadLetters deadLetters) {
        this.processors = processors;
        this.deadLetters = deadLetters;
    }

    /** By the name of the processor. */
    Map<String, Reading> read() {
        return processors.all().stream()
                .map(status -> new Reading(status, deadLetters.count(status.name())))
                .collect(Collectors.toMap(reading -> reading.status().name(), Function.identity()));
    }
}
