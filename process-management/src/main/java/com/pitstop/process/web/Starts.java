package com.pitstop.process.web;

import java.util.Map;
import java.util.UUID;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

import com.pitstop.chassis.messaging.MessageContext;
import com.pitstop.chassis.web.Submissions;
import com.pitstop.process.definition.Definitions;
import com.pitstop.process.domain.RoutingSlipId;
import com.pitstop.process.domain.StartRoutingSlip;

/** Begins processes for controllers. */
@Component
class Starts {

    /** What a client is told about the process that its request has begun. */
    record Started(UUID trackingNumber, String status, String statusUrl, String resultsUrl, String correlationId) {}

    private final Submissions submissions;
    private final Definitions definitions;
    private final Processes processes;

    Starts(Submissions submissions, Definitions definitions, Processes processes) {
        this.submissions = submissions;
        this.definitions = definitions;
        this.processes = processes;
    }

    /** 202, since what was asked for is not done yet, with the place where it is told how far it has come. */
    ResponseEntity<Started> start(String process, String path, Object request, Map<String, Object> variables) {
        return start(process, path, request, variables, () -> {});
    }

    /**
     * The same.
     *
     * @param check what may refuse it now, and is passed over when this request was accepted before
     */
    ResponseEntity<Started> start(
            String process, String path, Object request, Map<String, Object> variables, Runnable check) {
        var definition = definitions.newest(process);
        var submission = submissions.creating(request);
        var id = submission.newId();
        var place = path + "/" + id;
        var answer = submission
                .send(() -> {
                    check.run();
                    return new StartRoutingSlip(
                            new RoutingSlipId(id),
                            definition.name(),
                            definition.version(),
                            definition.itinerary(variables),
                            variables);
                })
                .created(
                        place + "/status",
                        new Started(id, "RUNNING", place + "/status", place + "/results", correlationId()),
                        processes.shows(id, status -> true));
        return ResponseEntity.accepted().headers(answer.getHeaders()).body(answer.getBody());
    }

    private static String correlationId() {
        return String.valueOf(RequestContextHolder.currentRequestAttributes()
                .getAttribute(MessageContext.CORRELATION_ID, RequestAttributes.SCOPE_REQUEST));
    }
}
