package com.pitstop.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import com.pitstop.shared.process.RoutingSlipStarted;
import com.pitstop.shared.process.SignalAwaited;
import com.pitstop.shared.process.SlipStep;
import com.pitstop.shared.process.StepRequested;
import com.pitstop.shared.process.TimerCancelled;
import com.pitstop.shared.process.TimerSet;

/**
 * Writes the streams of routing slips that wait for a signal, past the commands: event by event what they would be, except
 * that the participant who was asked is none, so that nobody sets about their steps.
 */
@RestController
class WaitingSlips {

    private static final int PER_COMMIT = 200;
    private static final long LONG_AGO = 0x017D_0000_0000_7000L; // in 2021, as UUIDs of version 7 have it
    private static final int BITS_BEHIND_THE_TIME = 16;
    private static final long VARIANT = Long.MIN_VALUE;
    private static final String SIGNAL = "inspection-recorded";
    private static final Duration PATIENCE = Duration.ofDays(30);

    private final EventStore eventStore;

    WaitingSlips(EventStore eventStore) {
        this.eventStore = eventStore;
    }

    /** They ascend, as those of the garage do. */
    static UUID trackingNumber(int number) {
        return new UUID(LONG_AGO + ((long) number << BITS_BEHIND_THE_TIME), VARIANT);
    }

    @PostMapping("/benchmark/waiting-slips/{first}/{end}")
    ResponseEntity<Void> write(@PathVariable int first, @PathVariable int end) {
        for (int written = first; written < end; written += PER_COMMIT) {
            var events = new ArrayList<EventMessage<?>>();
            for (int number = written; number < Math.min(end, written + PER_COMMIT); number++) {
                events.addAll(stream(number));
            }
            eventStore.publish(events);
        }
        return ResponseEntity.noContent().build();
    }

    private static List<EventMessage<?>> stream(int number) {
        var slip = trackingNumber(number);
        var now = Instant.now();
        var variables = Map.<String, Object>of(
                "customerId", slip.toString(), "licenseNumber", "%d-W-%d".formatted(number / 1_000, number % 1_000));
        var until = now.plus(PATIENCE);
        var payloads = List.of(
                new RoutingSlipStarted(slip, "vehicle-triage", 1, itinerary(), variables),
                new StepRequested(slip, slip + ":inspect:1", "inspect", 1, "nobody", "inspect", variables, now),
                new TimerSet(slip, "timeout:inspect:2", "timeout", "inspect", now.plusSeconds(30)),
                new TimerCancelled(slip, "timeout:inspect:2"),
                new SignalAwaited(slip, "inspect", SIGNAL, until, Map.of()),
                new TimerSet(slip, "signal:inspect:2", "signal", "inspect", until));
        var events = new ArrayList<EventMessage<?>>();
        for (int sequence = 0; sequence < payloads.size(); sequence++) {
            events.add(new GenericDomainEventMessage<>(
                    "RoutingSlip", "routing-slip:" + slip, sequence, payloads.get(sequence)));
        }
        return events;
    }

    private static List<SlipStep> itinerary() {
        return List.of(step("inspect", 0, SIGNAL, "30d"), step("repair", 1, "", ""), step("invite-again", 2, "", ""));
    }

    private static SlipStep step(String name, int stage, String signal, String within) {
        return new SlipStep(
                name,
                stage,
                "nobody",
                name,
                "",
                Map.of("customerId", "${customerId}", "licenseNumber", "${licenseNumber}"),
                30_000,
                3,
                1_000,
                2,
                300_000,
                true,
                false,
                false,
                signal,
                within,
                "",
                "");
    }
}
