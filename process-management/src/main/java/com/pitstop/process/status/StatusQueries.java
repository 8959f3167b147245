package com.pitstop.process.status;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

import com.pitstop.process.slips.Slips;
import com.pitstop.process.slips.Step;
import com.pitstop.process.slips.StepState;

/** Answers what clients and operators ask about a routing slip. */
@Component
class StatusQueries {

    private final Slips slips;
    private final Clock clock;

    StatusQueries(Slips slips, Clock clock) {
        this.slips = slips;
        this.clock = clock;
    }

    @QueryHandler
    Optional<ProcessStatus> handle(FindStatus query) {
        return situation(query.trackingNumber()).map(StatusQueries::status);
    }

    @QueryHandler
    Optional<ProcessResults> handle(FindResults query) {
        return situation(query.trackingNumber()).map(StatusQueries::results);
    }

    @QueryHandler
    Optional<OnboardingResults> handle(FindOnboardingResults query) {
        return situation(query.trackingNumber()).map(now -> OnboardingResults.of(now, results(now)));
    }

    @QueryHandler
    Optional<CompensationPreview> handle(FindCompensationPreview query) {
        return situation(query.trackingNumber()).map(Previews::of);
    }

    private Optional<Situation> situation(UUID trackingNumber) {
        return slips.find(trackingNumber)
                .map(slip -> new Situation(
                        slip,
                        slips.steps(trackingNumber),
                        slips.timers(trackingNumber),
                        slips.signals(trackingNumber),
                        slips.incidents(trackingNumber),
                        clock));
    }

    private static ProcessStatus status(Situation now) {
        var slip = now.slip();
        var explanation = Explanation.of(now);
        return new ProcessStatus(
                slip.trackingNumber(),
                slip.process(),
                slip.version(),
                slip.state(),
                explanation.health(),
                explanation.text(),
                explanation.action(),
                slip.customerId(),
                slip.licenseNumber(),
                slip.startedAt(),
                slip.endedAt(),
                now.duration().toMillis(),
                Durations.savedByParallel(now.steps()),
                now.steps().stream().map(StepStatus::of).toList(),
                now.compensation(),
                now.signals(),
                slip.state().isOver() ? List.of() : now.timers(),
                now.next(),
                now.incidents());
    }

    private static ProcessResults results(Situation now) {
        var slip = now.slip();
        return new ProcessResults(
                slip.trackingNumber(),
                slip.process(),
                slip.version(),
                slip.state(),
                slip.reason(),
                slip.startedAt(),
                slip.endedAt(),
                now.in(StepState.COMPLETED).stream().collect(Collectors.toMap(Step::name, Step::data)),
                now.in(StepState.FAILED, StepState.COMPENSATION_FAILED).stream()
                        .map(step -> "%s failed: %s".formatted(step.name(), step.lastError()))
                        .toList());
    }
}
