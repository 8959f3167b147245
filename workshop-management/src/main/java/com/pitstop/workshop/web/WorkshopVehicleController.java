package com.pitstop.workshop.web;

import java.util.Objects;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;

import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import com.pitstop.chassis.web.Paging;
import com.pitstop.shared.NotFoundException;
import com.pitstop.shared.vehicle.LicenseNumber;
import com.pitstop.workshop.planning.JobPage;
import com.pitstop.workshop.planning.ListJobsOfVehicle;
import com.pitstop.workshop.registry.FindWorkshopVehicle;
import com.pitstop.workshop.registry.ListWorkshopVehicles;
import com.pitstop.workshop.registry.WorkshopVehicle;
import com.pitstop.workshop.registry.WorkshopVehiclePage;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/** The vehicles the workshop knows, and what was done to them. */
@Tag(name = "Workshop")
@RestController
@RequestMapping("/api/workshop/vehicles")
class WorkshopVehicleController {

    private final QueryGateway queries;

    WorkshopVehicleController(QueryGateway queries) {
        this.queries = queries;
    }

    @Operation(summary = "The vehicles the workshop knows, by license number")
    @GetMapping
    WorkshopVehiclePage list(
            @RequestParam(required = false) @Size(max = 100) @Nullable String query,
            @Valid @ParameterObject Paging paging) {
        var list = new ListWorkshopVehicles(
                Objects.requireNonNullElse(query, ""), paging.pageOrFirst(), paging.sizeOrUsual());
        return queries.query(list, ResponseTypes.instanceOf(WorkshopVehiclePage.class))
                .join();
    }

    @Operation(summary = "What the workshop knows of a vehicle")
    @GetMapping("/{licenseNumber}")
    WorkshopVehicle find(@PathVariable String licenseNumber) {
        var find = new FindWorkshopVehicle(new LicenseNumber(licenseNumber).value());
        return queries.query(find, ResponseTypes.optionalInstanceOf(WorkshopVehicle.class))
                .join()
                .orElseThrow(() -> new NotFoundException(
                        "known-vehicle", "The workshop knows no vehicle %s".formatted(find.licenseNumber())));
    }

    @Operation(summary = "A vehicle's history, newest first")
    @GetMapping("/{licenseNumber}/jobs")
    JobPage jobs(@PathVariable String licenseNumber, @Valid @ParameterObject Paging paging) {
        var list = new ListJobsOfVehicle(
                new LicenseNumber(licenseNumber).value(), paging.pageOrFirst(), paging.sizeOrUsual());
        return queries.query(list, ResponseTypes.instanceOf(JobPage.class)).join();
    }
}
