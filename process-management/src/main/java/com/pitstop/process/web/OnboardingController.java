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

import com.pitstop.process.intake.OnboardingIntake;
import com.pitstop.process.intake.OnboardingRequest;
import com.pitstop.process.status.OnboardingResults;
import com.pitstop.process.status.ProcessStatus;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

@Tag(name = "Onboardings", description = "New customers, with vehicles, account and wishes")
@RestController
@RequestMapping(OnboardingController.PATH)
class OnboardingController {

    static final String PATH = "/api/onboardings";
    private static final String PROCESS = "customer-onboarding";

    private final Starts starts;
    private final Processes processes;
    private final OnboardingIntake intake;

    OnboardingController(Starts starts, Processes processes, OnboardingIntake intake) {
        this.starts = starts;
        this.processes = processes;
        this.intake = intake;
    }

    @Operation(summary = "Take a customer on; all that is wrong with a request is told at once")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PostMapping
    ResponseEntity<Starts.Started> start(@RequestBody OnboardingRequest request) {
        var variables = intake.variables(request);
        return starts.start(PROCESS, PATH, request, variables, () -> intake.knownAs(request));
    }

    @Operation(summary = "How far it has come")
    @GetMapping("/{trackingNumber}/status")
    ProcessStatus status(@PathVariable UUID trackingNumber) {
        return processes.status(trackingNumber, PROCESS);
    }

    @Operation(summary = "What came of it; refused with Retry-After until somebody is a customer, or is not to be")
    @GetMapping("/{trackingNumber}/results")
    OnboardingResults results(@PathVariable UUID trackingNumber) {
        return processes.onboarding(trackingNumber, PROCESS);
    }
}
