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

import com.pitstop.process.intake.TriageIntake;
import com.pitstop.process.intake.TriageRequest;
import com.pitstop.process.status.ProcessResults;
import com.pitstop.process.status.ProcessStatus;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

@Tag(name = "Triages", description = "A first look at a vehicle, and what follows from it")
@RestController
@RequestMapping(TriageController.PATH)
class TriageController {

    static final String PATH = "/api/triages";
    private static final String PROCESS = "vehicle-triage";

    private final Starts starts;
    private final Processes processes;
    private final TriageIntake intake;

    TriageController(Starts starts, Processes processes, TriageIntake intake) {
        this.starts = starts;
        this.processes = processes;
        this.intake = intake;
    }

    @Operation(
            summary =
                    "Have a vehicle looked at, or say what was found; all that is wrong with a request is told at once")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PostMapping
    ResponseEntity<Starts.Started> start(@RequestBody TriageRequest request) {
        return starts.start(PROCESS, PATH, request, intake.variables(request));
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
