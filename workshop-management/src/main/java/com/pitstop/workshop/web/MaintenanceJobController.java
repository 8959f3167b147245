package com.pitstop.workshop.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import com.pitstop.chassis.web.Submissions;
import com.pitstop.shared.parts.Sku;
import com.pitstop.shared.vehicle.LicenseNumber;
import com.pitstop.shared.workshop.UsedPart;
import com.pitstop.workshop.domain.CancelMaintenanceJob;
import com.pitstop.workshop.domain.FinishMaintenanceJob;
import com.pitstop.workshop.domain.PlanMaintenanceJob;
import com.pitstop.workshop.domain.RescheduleMaintenanceJob;
import com.pitstop.workshop.domain.Timeslot;
import com.pitstop.workshop.domain.UsedParts;
import com.pitstop.workshop.domain.WorkshopPlanningId;
import com.pitstop.workshop.planning.FindJob;
import com.pitstop.workshop.planning.KnownParts;
import com.pitstop.workshop.planning.KnownVehicles;
import com.pitstop.workshop.planning.PlannedJob;
import com.pitstop.workshop.readmodel.JobStatus;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/** The jobs of a day, to plan, move, finish and cancel. Times are local to the garage. */
@Tag(name = "Workshop")
@RestController
@RequestMapping("/api/workshop/plannings/{day}/jobs")
class MaintenanceJobController {

    record PlanRequest(
            @NotBlank @Pattern(regexp = LicenseNumber.PATTERN, message = "reads like KN-16-RS")
            String licenseNumber,

            @NotNull LocalDateTime start,
            @NotNull LocalDateTime end,
            @NotBlank @Size(max = 500) String description) {}

    record TimeslotRequest(
            @NotNull LocalDateTime start, @NotNull LocalDateTime end) {}

    record CompletionRequest(
            @NotNull LocalDateTime start,
            @NotNull LocalDateTime end,
            @Size(max = 2000) @Nullable String notes,
            @Size(max = 100) @Nullable List<@NotNull @Valid PartRequest> parts) {}

    record PartRequest(
            @NotBlank @Pattern(regexp = Sku.PATTERN, message = "reads like OIL-5W30-1L")
            String sku,

            @NotNull @Min(1) @Max(UsedParts.MOST_OF_A_KIND) Integer quantity) {}

    record CancellationRequest(@NotBlank @Size(max = 200) String reason) {}

    record JobAccepted(UUID jobId) {}

    private final Submissions submissions;
    private final KnownVehicles knownVehicles;
    private final KnownParts knownParts;
    private final QueryGateway queries;

    MaintenanceJobController(
            Submissions submissions, KnownVehicles knownVehicles, KnownParts knownParts, QueryGateway queries) {
        this.submissions = submissions;
        this.knownVehicles = knownVehicles;
        this.knownParts = knownParts;
        this.queries = queries;
    }

    @Operation(summary = "Plan a job")
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping
    ResponseEntity<JobAccepted> plan(@PathVariable LocalDate day, @Valid @RequestBody PlanRequest body) {
        var submission = submissions.creating(body);
        var jobId = submission.newId();
        return submission
                .send(() -> planning(day, jobId, body))
                .created(
                        "/api/workshop/plannings/%s/jobs/%s".formatted(day, jobId),
                        new JobAccepted(jobId),
                        () -> shows(day, jobId, job -> true));
    }

    @Operation(summary = "Move a job to other hours of its day")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping("/{jobId}/timeslot")
    ResponseEntity<@Nullable Void> reschedule(
            @PathVariable LocalDate day, @PathVariable UUID jobId, @Valid @RequestBody TimeslotRequest body) {
        var planningId = new WorkshopPlanningId(day);
        var timeslot = new Timeslot(body.start(), body.end());
        return submissions
                .changing()
                .send(() -> new RescheduleMaintenanceJob(planningId, jobId, timeslot))
                .done(() -> shows(day, jobId, job -> new Timeslot(job.start(), job.end()).equals(timeslot)));
    }

    @Operation(summary = "Report a job as done, with the times it really took and the parts that it took")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping("/{jobId}/completion")
    ResponseEntity<@Nullable Void> finish(
            @PathVariable LocalDate day, @PathVariable UUID jobId, @Valid @RequestBody CompletionRequest body) {
        return submissions
                .changing()
                .send(() -> finishing(day, jobId, body))
                .done(() -> shows(day, jobId, job -> job.status() == JobStatus.FINISHED));
    }

    @Operation(summary = "Cancel a job")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping("/{jobId}/cancellation")
    ResponseEntity<@Nullable Void> cancel(
            @PathVariable LocalDate day, @PathVariable UUID jobId, @Valid @RequestBody CancellationRequest body) {
        var planningId = new WorkshopPlanningId(day);
        return submissions
                .changing()
                .send(() -> new CancelMaintenanceJob(planningId, jobId, body.reason()))
                .done(() -> shows(day, jobId, job -> job.status() == JobStatus.CANCELLED));
    }

    /** What is wrong in itself is said before what the workshop does not know. */
    private PlanMaintenanceJob planning(LocalDate day, UUID jobId, PlanRequest body) {
        var planningId = new WorkshopPlanningId(day);
        var timeslot = new Timeslot(body.start(), body.end());
        timeslot.requireWithin(day);
        var licenseNumber = new LicenseNumber(body.licenseNumber());
        var owner = knownVehicles.requireOwnerOf(licenseNumber);
        return new PlanMaintenanceJob(planningId, jobId, timeslot, owner, licenseNumber, body.description());
    }

    private FinishMaintenanceJob finishing(LocalDate day, UUID jobId, CompletionRequest body) {
        var timeslot = new Timeslot(body.start(), body.end());
        timeslot.requireWithin(day);
        var notes = Objects.requireNonNullElse(body.notes(), "");
        var parts = new UsedParts(Stream.ofNullable(body.parts())
                .flatMap(List::stream)
                .map(part -> new UsedPart(part.sku(), part.quantity()))
                .toList());
        knownParts.requireAll(parts.skus().toList());
        return new FinishMaintenanceJob(new WorkshopPlanningId(day), jobId, timeslot, notes, parts);
    }

    private boolean shows(LocalDate day, UUID jobId, Predicate<PlannedJob> change) {
        return queries.query(new FindJob(day, jobId), ResponseTypes.optionalInstanceOf(PlannedJob.class))
                .join()
                .filter(change)
                .isPresent();
    }
}
