package com.pitstop.workshop.web;

import java.time.LocalDate;
import java.util.UUID;

import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import com.pitstop.shared.NotFoundException;
import com.pitstop.workshop.domain.WorkshopPlanningId;
import com.pitstop.workshop.planning.DayPlan;
import com.pitstop.workshop.planning.FindJob;
import com.pitstop.workshop.planning.FindPlanning;
import com.pitstop.workshop.planning.PlannedJob;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/** The planning board, to look at. */
@Tag(name = "Workshop")
@RestController
@RequestMapping("/api/workshop/plannings/{day}")
class WorkshopPlanningController {

    private final QueryGateway queries;

    WorkshopPlanningController(QueryGateway queries) {
        this.queries = queries;
    }

    @Operation(summary = "A day: opening hours, workstations and jobs")
    @GetMapping
    DayPlan day(@PathVariable LocalDate day) {
        var planning = new WorkshopPlanningId(day);
        return queries.query(new FindPlanning(planning.day()), ResponseTypes.instanceOf(DayPlan.class))
                .join();
    }

    @Operation(summary = "One job of a day")
    @GetMapping("/jobs/{jobId}")
    PlannedJob job(@PathVariable LocalDate day, @PathVariable UUID jobId) {
        var planning = new WorkshopPlanningId(day);
        return queries.query(new FindJob(planning.day(), jobId), ResponseTypes.optionalInstanceOf(PlannedJob.class))
                .join()
                .orElseThrow(() -> new NotFoundException(
                        "job-planned", "No job %s is planned on %s".formatted(jobId, planning.day())));
    }
}
