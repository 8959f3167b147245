package com.pitstop.process.web;

import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import com.pitstop.process.intake.RepairOrderIntake;
import com.pitstop.process.intake.RepairOrderRequest;
import com.pitstop.process.status.ProcessResults;
import com.pitstop.process.status.ProcessStatus;
import com.pitstop.process.stock.AvailableParts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

@Tag(name = "Repair orders", description = "Parts, money and a place in the workshop, or none of them")
@RestController
@RequestMapping(RepairOrderController.PATH)
class RepairOrderController {

    static final String PATH = "/api/repair-orders";
    private static final String PROCESS = "repair-order";

    private final Starts starts;
    private final Processes processes;
    private final RepairOrderIntake intake;
    private final AvailableParts availableParts;

    RepairOrderController(Starts starts, Processes processes, RepairOrderIntake intake, AvailableParts availableParts) {
        this.starts = starts;
        this.processes = processes;
        this.intake = intake;
        this.availableParts = availableParts;
    }

    @Operation(
            summary =
                    "Order a repair; all that is wrong with a request, or all parts that are missing, are told at once")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PostMapping
    ResponseEntity<Starts.Started> start(@RequestBody RepairOrderRequest request) {
        var variables = intake.variables(request);
        return starts.start(
                PROCESS, PATH, request, variables, () -> availableParts.require(RepairOrderIntake.parts(request)));
    }

    @Operation(summary = "How far it has come")
    @GetMapping("/{trackingNumber}/status")
    ProcessStatus status(@PathVariable UUID trackingNumber) {
        return processes.status(trackingNumber, PROCESS);
    }

    @Operation(summary = "What came of it; refused with Retry-After while it is running")
    @GetMapping("/{trackingNumber}/results")
    ProcessResults results(@PathVariable UUID trackingNumber) {
        return processes.results(trackingNumber, PROCESS);
    }
}
