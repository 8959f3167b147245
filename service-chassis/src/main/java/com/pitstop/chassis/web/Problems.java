package com.pitstop.chassis.web;

import java.net.URI;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

import com.pitstop.chassis.messaging.MessageContext;
import com.pitstop.chassis.messaging.Refused;

/** Problem details (RFC 9457) as every service writes them. */
final class Problems {

    /** One field of a request and what is wrong with it. */
    record FieldError(String field, String message) {}

    private Problems() {}

    static ProblemDetail of(HttpStatusCode status, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:pitstop:problem:" + kebab(problem.getTitle())));
        return problem;
    }

    static ProblemDetail invalid(List<FieldError> errors) {
        var problem = of(HttpStatus.BAD_REQUEST, "The request is not valid");
        problem.setType(URI.create("urn:pitstop:problem:invalid-input"));
        problem.setProperty("errors", errors);
        return problem;
    }

    static ProblemDetail refused(Refused refused) {
        var problem = ProblemDetail.forStatusAndDetail(status(refused.kind()), refused.sentence());
        problem.setType(URI.create("urn:pitstop:rule:" + refused.rule()));
        return problem;
    }

    static ProblemDetail during(HttpServletRequest request, ProblemDetail problem) {
        problem.setInstance(URI.create(request.getRequestURI()));
        problem.setProperty(MessageContext.CORRELATION_ID, request.getAttribute(MessageContext.CORRELATION_ID));
        return problem;
    }

    private static HttpStatus status(Refused.Kind kind) {
        return switch (kind) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case RULE_VIOLATED -> HttpStatus.CONFLICT;
            case KEY_REUSED -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    private static String kebab(@org.jspecify.annotations.Nullable String title) {
        return title == null ? "unknown" : title.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    }
}
