package com.pitstop.audit.web;

import java.time.Instant;
import java.util.UUID;

import jakarta.validation.Valid;

import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import com.pitstop.audit.search.AuditEntryPage;
import com.pitstop.audit.search.ListTimeline;
import com.pitstop.audit.subject.SubjectKind;
import com.pitstop.chassis.web.Paging;
import com.pitstop.shared.vehicle.LicenseNumber;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/** All that concerns one customer, vehicle or job, in whichever context, oldest first. */
@Tag(name = "Audit")
@RestController
@RequestMapping("/api/audit/timelines")
class TimelineController {

    private final QueryGateway queries;

    TimelineController(QueryGateway queries) {
        this.queries = queries;
    }

    @Operation(summary = "The timeline of a customer, as of now or of a moment")
    @GetMapping("/customers/{customerId}")
    AuditEntryPage ofCustomer(
            @PathVariable UUID customerId,
            @RequestParam(required = false) @Nullable Instant asOf,
            @Valid @ParameterObject Paging paging) {
        return timeline(SubjectKind.CUSTOMER, customerId.toString(), asOf, paging);
    }

    @Operation(summary = "The timeline of a vehicle, as of now or of a moment")
    @GetMapping("/vehicles/{licenseNumber}")
    AuditEntryPage ofVehicle(
            @PathVariable String licenseNumber,
            @RequestParam(required = false) @Nullable Instant asOf,
            @Valid @ParameterObject Paging paging) {
        return timeline(SubjectKind.VEHICLE, new LicenseNumber(licenseNumber).value(), asOf, paging);
    }

    @Operation(summary = "The timeline of a maintenance job, as of now or of a moment")
    @GetMapping("/jobs/{jobId}")
    AuditEntryPage ofJob(
            @PathVariable UUID jobId,
            @RequestParam(required = false) @Nullable Instant asOf,
            @Valid @ParameterObject Paging paging) {
        return timeline(SubjectKind.JOB, jobId.toString(), asOf, paging);
    }

    private AuditEntryPage timeline(SubjectKind kind, String id, @Nullable Instant asOf, Paging paging) {
        var wanted = new ListTimeline(kind, id, asOf, paging.pageOrFirst(), paging.sizeOrUsual());
        return queries.query(wanted, AuditEntryPage.class).join();
    }
}
