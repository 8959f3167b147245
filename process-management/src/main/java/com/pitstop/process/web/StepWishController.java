package com.pitstop.process.web;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import com.pitstop.chassis.web.Submissions;
import com.pitstop.process.domain.CompleteStep;
import com.pitstop.process.domain.RetryStep;
import com.pitstop.process.domain.RoutingSlipId;
import com.pitstop.process.domain.SkipStep;
import com.pitstop.process.slips.StepState;
import com.pitstop.process.status.ProcessStatus;
import com.pitstop.shared.OneLine;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/** What an operator may want of a step. */
@Tag(name = "Processes")
@RestController
@RequestMapping("/api/processes/{trackingNumber}/steps/{step}")
class StepWishController {

    /** With what was made, when somebody has seen to a step by other means. */
    record Completion(
            @NotBlank @Size(max = 500) @Pattern(regexp = OneLine.PATTERN, message = OneLine.MESSAGE)
            String reason,

            @Nullable Map<String, @Nullable Object> data) {}

    private static final Set<StepState> SEEN_TO =
            EnumSet.of(StepState.SKIPPED, StepState.COMPLETED, StepState.COMPENSATED, StepState.RESOLVED_MANUALLY);
    private static final Set<StepState> RETRIED =
            EnumSet.complementOf(EnumSet.of(StepState.FAILED, StepState.COMPENSATION_FAILED));

    private final Submissions submissions;
    private final Processes processes;

    StepWishController(Submissions submissions, Processes processes) {
        this.submissions = submissions;
        this.processes = processes;
    }

    @Operation(summary = "Try again what had failed, or its undo")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping("/retry")
    ResponseEntity<@Nullable Void> retry(
            @PathVariable UUID trackingNumber,
            @PathVariable @Size(max = 120) String step,
            @RequestBody @Valid Reason request) {
        return submissions
                .changing()
                .send(() -> new RetryStep(id(trackingNumber), step, request.reason()))
                .done(processes.shows(trackingNumber, status -> isIn(status, step, RETRIED)));
    }

    @Operation(summary = "Go on without it, or without undoing it")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping("/skip")
    ResponseEntity<@Nullable Void> skip(
            @PathVariable UUID trackingNumber,
            @PathVariable @Size(max = 120) String step,
            @RequestBody @Valid Reason request) {
        return submissions
                .changing()
                .send(() -> new SkipStep(id(trackingNumber), step, request.reason()))
                .done(processes.shows(trackingNumber, status -> isIn(status, step, SEEN_TO)));
    }

    @Operation(summary = "Take it for done, or for undone, since somebody has seen to it")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping("/completion")
    ResponseEntity<@Nullable Void> complete(
            @PathVariable UUID trackingNumber,
            @PathVariable @Size(max = 120) String step,
            @RequestBody @Valid Completion request) {
        return submissions
                .changing()
                .send(() -> new CompleteStep(id(trackingNumber), step, PlainData.of(request.data()), request.reason()))
                .done(processes.shows(trackingNumber, status -> isIn(status, step, SEEN_TO)));
    }

    private static boolean isIn(ProcessStatus status, String step, Set<StepState> states) {
        return status.steps().stream().anyMatch(one -> one.name().equals(step) && states.contains(one.state()));
    }

    private static RoutingSlipId id(UUID trackingNumber) {
        return new RoutingSlipId(trackingNumber);
    }
}
