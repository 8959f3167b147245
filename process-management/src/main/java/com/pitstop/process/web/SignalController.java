package com.pitstop.process.web;

import java.util.Map;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import com.pitstop.chassis.web.Submissions;
import com.pitstop.process.domain.ReceiveSignal;
import com.pitstop.process.domain.RoutingSlipId;
import com.pitstop.process.intake.SignalIntake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

@Tag(name = "Processes")
@RestController
@RequestMapping("/api/processes/{trackingNumber}/signals")
class SignalController {

    record SignalRequest(@Nullable Map<String, @Nullable Object> data) {}

    private final Submissions submissions;
    private final Processes processes;
    private final SignalIntake intake;

    SignalController(Submissions submissions, Processes processes, SignalIntake intake) {
        this.submissions = submissions;
        this.processes = processes;
        this.intake = intake;
    }

    @Operation(summary = "Hand over something that a process waits for, or will wait for")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PostMapping("/{signal}")
    ResponseEntity<@Nullable Void> receive(
            @PathVariable UUID trackingNumber,
            @PathVariable @Pattern(regexp = "[a-z][a-z0-9-]{0,59}", message = "must be the name of a signal")
                    String signal,
            @RequestBody(required = false) @Valid @Nullable SignalRequest request) {
        var data = PlainData.of(request == null ? null : request.data());
        intake.require(signal, data);
        return submissions
                .creating(data)
                .send(() -> new ReceiveSignal(new RoutingSlipId(trackingNumber), signal, data))
                .done(processes.shows(
                        trackingNumber,
                        status -> status.signals().stream()
                                .noneMatch(awaited -> awaited.signal().equals(signal))));
    }
}
