package com.pitstop.process.web;

import java.util.UUID;

import jakarta.validation.Valid;

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
import com.pitstop.process.domain.CancelRoutingSlip;
import com.pitstop.process.domain.PauseRoutingSlip;
import com.pitstop.process.domain.ResolveRoutingSlip;
import com.pitstop.process.domain.ResumeRoutingSlip;
import com.pitstop.process.domain.RoutingSlipId;
import com.pitstop.process.slips.SlipState;
import com.pitstop.process.status.ProcessStatus;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/** What an operator may want of a process as a whole. */
@Tag(name = "Processes")
@RestController
@RequestMapping("/api/processes/{trackingNumber}")
class SlipWishController {

    private final Submissions submissions;
    private final Processes processes;

    SlipWishController(Submissions submissions, Processes processes) {
        this.submissions = submissions;
        this.processes = processes;
    }

    @Operation(summary = "Begin nothing new until further notice")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping("/pause")
    ResponseEntity<@Nullable Void> pause(@PathVariable UUID trackingNumber, @RequestBody @Valid Reason request) {
        return submissions
                .changing()
                .send(() -> new PauseRoutingSlip(id(trackingNumber), request.reason()))
                .done(processes.shows(trackingNumber, status -> status.state() == SlipState.PAUSED));
    }

    @Operation(summary = "Go on after a pause")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping("/resumption")
    ResponseEntity<@Nullable Void> resume(@PathVariable UUID trackingNumber, @RequestBody @Valid Reason request) {
        return submissions
                .changing()
                .send(() -> new ResumeRoutingSlip(id(trackingNumber), request.reason()))
                .done(processes.shows(trackingNumber, status -> status.state() != SlipState.PAUSED));
    }

    @Operation(summary = "End it, and have everything undone that was done")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping("/cancellation")
    ResponseEntity<@Nullable Void> cancel(@PathVariable UUID trackingNumber, @RequestBody @Valid Reason request) {
        return submissions
                .changing()
                .send(() -> new CancelRoutingSlip(id(trackingNumber), request.reason()))
                .done(processes.shows(trackingNumber, SlipWishController::isUndone));
    }

    @Operation(summary = "Take the whole of it for settled")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping("/resolution")
    ResponseEntity<@Nullable Void> resolve(@PathVariable UUID trackingNumber, @RequestBody @Valid Reason request) {
        return submissions
                .changing()
                .send(() -> new ResolveRoutingSlip(id(trackingNumber), request.reason()))
                .done(processes.shows(trackingNumber, status -> status.state() == SlipState.RESOLVED_MANUALLY));
    }

    private static boolean isUndone(ProcessStatus status) {
        return switch (status.state()) {
            case COMPENSATING, COMPENSATED, COMPENSATION_FAILED, CANCELLED -> true;
            default -> false;
        };
    }

    private static RoutingSlipId id(UUID trackingNumber) {
        return new RoutingSlipId(trackingNumber);
    }
}
