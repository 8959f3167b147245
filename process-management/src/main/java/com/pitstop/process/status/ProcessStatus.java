package com.pitstop.process.status;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.pitstop.process.slips.Incident;
import com.pitstop.process.slips.Signal;
import com.pitstop.process.slips.SlipState;
import com.pitstop.process.slips.Timer;

/**
 * How things stand with a routing slip.
 *
 * @param explanation in plain words
 * @param recommendedAction what an operator had best do, null when there is nothing to do
 * @param durationMillis so far, or of all
 * @param savedByParallelMillis how much longer the steps so far would have taken one after the other
 * @param signals what it waits for
 * @param timers that are still to fire
 * @param next names of the steps that come next
 * @param incidents that are open
 */
public record ProcessStatus(
        UUID trackingNumber,
        String process,
        int version,
        SlipState state,
        Health health,
        String explanation,
        @Nullable String recommendedAction,
        @Nullable String customerId,
        @Nullable String licenseNumber,
        Instant startedAt,
        @Nullable Instant endedAt,
        long durationMillis,
        long savedByParallelMillis,
        List<StepStatus> steps,
        Compensation compensation,
        List<Signal> signals,
        List<Timer> timers,
        List<String> next,
        List<Incident> incidents) {

    /** Names of the steps that are undone, still to be undone, and that could not be. */
    public record Compensation(List<String> done, List<String> pending, List<String> failed) {}

    public ProcessStatus {
        steps = List.copyOf(steps);
        signals = List.copyOf(signals);
        timers = List.copyOf(timers);
        next = List.copyOf(next);
        incidents = List.copyOf(incidents);
    }
}
