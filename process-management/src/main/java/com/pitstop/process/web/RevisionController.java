package com.pitstop.process.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
import com.pitstop.process.definition.Definitions;
import com.pitstop.process.domain.ReviseItinerary;
import com.pitstop.process.domain.RoutingSlipId;
import com.pitstop.process.intake.FieldError;
import com.pitstop.process.intake.IntakeRefusedException;
import com.pitstop.process.slips.Slips;
import com.pitstop.process.slips.Step;
import com.pitstop.process.slips.StepState;
import com.pitstop.process.status.StepStatus;
import com.pitstop.shared.OneLine;
import com.pitstop.shared.process.SlipStep;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

@Tag(name = "Processes")
@RestController
@RequestMapping("/api/processes/{trackingNumber}/revision")
class RevisionController {

    /** Steps as they are written in a definition. */
    record RevisionRequest(
            @NotBlank @Size(max = 500) @Pattern(regexp = OneLine.PATTERN, message = OneLine.MESSAGE)
            String reason,

            @NotNull @Size(max = 50) List<@NotNull Map<String, Object>> steps) {}

    private final Submissions submissions;
    private final Processes processes;
    private final Definitions definitions;
    private final Slips slips;

    RevisionController(Submissions submissions, Processes processes, Definitions definitions, Slips slips) {
        this.submissions = submissions;
        this.processes = processes;
        this.definitions = definitions;
        this.slips = slips;
    }

    @Operation(summary = "Put other steps in the place of all that have not begun")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping
    ResponseEntity<@Nullable Void> revise(
            @PathVariable UUID trackingNumber, @RequestBody @Valid RevisionRequest request) {
        var rest = rest(trackingNumber, request);
        var names = rest.stream().map(SlipStep::name).toList();
        return submissions
                .changing()
                .send(() -> new ReviseItinerary(new RoutingSlipId(trackingNumber), rest, request.reason()))
                .done(processes.shows(
                        trackingNumber,
                        status -> status.steps().stream()
                                .map(StepStatus::name)
                                .toList()
                                .containsAll(names)));
    }

    private List<SlipStep> rest(UUID trackingNumber, RevisionRequest request) {
        var slip = slips.find(trackingNumber).orElseThrow(() -> Processes.unknown(trackingNumber));
        var begun = slips.steps(trackingNumber).stream()
                .filter(step -> step.state() != StepState.PENDING)
                .toList();
        var revision = definitions.revise(request.steps(), slip.variables(), answers(begun), lastStage(begun));
        if (!revision.findings().isEmpty()) {
            throw new IntakeRefusedException(revision.findings().stream()
                    .map(finding -> new FieldError("steps." + finding.step(), finding.message()))
                    .toList());
        }
        return revision.rest();
    }

    private Set<String> answers(List<Step> steps) {
        return steps.stream()
                .flatMap(step -> definitions.answers(step.participant(), step.activity()).stream())
                .collect(Collectors.toSet());
    }

    private static int lastStage(List<Step> steps) {
        return steps.stream().mapToInt(Step::stage).max().orElse(0);
    }
}
