package com.pitstop.process.web;

import java.time.Clock;
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

import com.pitstop.chassis.web.Paging;
import com.pitstop.process.slips.ListSlips;
import com.pitstop.process.slips.SlipPage;
import com.pitstop.process.status.CompensationPreview;
import com.pitstop.process.status.ProcessResults;
import com.pitstop.process.status.ProcessStatus;
import com.pitstop.process.timeline.FindTimeline;
import com.pitstop.process.timeline.Timeline;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

@Tag(name = "Processes", description = "Work that takes several contexts, and how far it has come")
@RestController
@RequestMapping("/api/processes")
class ProcessController {

    private final Processes processes;
    private final QueryGateway queries;
    private final Clock clock;

    ProcessController(Processes processes, QueryGateway queries, Clock garageClock) {
        this.processes = processes;
        this.queries = queries;
        this.clock = garageClock;
    }

    @Operation(summary = "List processes, newest first; by participant and by step those that have such a step open")
    @GetMapping
    SlipPage list(@Valid @ParameterObject ProcessFilter filter, @Valid @ParameterObject Paging paging) {
        var list = new ListSlips(filter.at(clock.instant()), paging.pageOrFirst(), paging.sizeOrUsual());
        return queries.query(list, SlipPage.class).join();
    }

    @Operation(summary = "How things stand with a process")
    @GetMapping("/{trackingNumber}/status")
    ProcessStatus status(@PathVariable UUID trackingNumber) {
        return processes.status(trackingNumber);
    }

    @Operation(summary = "What came of a process; refused with Retry-After while it is running")
    @GetMapping("/{trackingNumber}/results")
    ProcessResults results(@PathVariable UUID trackingNumber) {
        return processes.results(trackingNumber);
    }

    @Operation(summary = "What happened, the oldest first; up to a moment if one is named")
    @GetMapping("/{trackingNumber}/timeline")
    Timeline timeline(@PathVariable UUID trackingNumber, @RequestParam(required = false) @Nullable Instant asOf) {
        processes.status(trackingNumber);
        var query = new FindTimeline(trackingNumber, asOf == null ? FindTimeline.WHOLE : FindTimeline.within(asOf));
        return queries.query(query, Timeline.class).join();
    }

    @Operation(summary = "What a cancellation would undo, and in which order")
    @GetMapping("/{trackingNumber}/compensation-preview")
    CompensationPreview preview(@PathVariable UUID trackingNumber) {
        return processes.preview(trackingNumber);
    }
}
