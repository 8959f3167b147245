package com.pitstop.process.web;

import java.net.URI;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import com.pitstop.chassis.messaging.MessageContext;
import com.pitstop.process.intake.IntakeRefusedException;
import com.pitstop.process.stock.PartsMissingException;

/** The problems that only processes have, as all problems are written. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProcessProblems {

    private static final String SECONDS_TO_WAIT = "2";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notOver(NotOverException running, HttpServletRequest request) {
        var problem = problem(
                HttpStatus.CONFLICT, "urn:pitstop:rule:process-over", String.valueOf(running.getMessage()), request);
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(IntakeRefusedException refused, HttpServletRequest request) {
        var problem = refused.isOnlyForPayment()
                ? problem(
                        HttpStatus.PAYMENT_REQUIRED,
                        "urn:pitstop:rule:payment-method-for-paid-plans",
                        "A paid plan needs a payment method",
                        request)
                : problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "urn:pitstop:problem:intake-refused",
                        "The request cannot begin a process as it is",
                        request);
        problem.setProperty("errors", refused.errors());
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(PartsMissingException missing, HttpServletRequest request) {
        var problem = problem(
                HttpStatus.CONFLICT, "urn:pitstop:rule:parts-available", "Not all of the parts are available", request);
        problem.setProperty("parts", missing.shortages());
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ProblemDetail problem(HttpStatus status, String type, String detail, HttpServletRequest request) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(type));
        problem.setInstance(URI.create(request.getRequestURI()));
        problem.setProperty(MessageContext.CORRELATION_ID, request.getAttribute(MessageContext.CORRELATION_ID));
        return problem;
    }
}
