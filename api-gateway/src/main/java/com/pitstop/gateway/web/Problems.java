package com.pitstop.gateway.web;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Problem details (RFC 9457) of the same shape as the services write them. */
public final class Problems {

    private Problems() {}

    /** A failure that is answered as this problem, and says when to try again. */
    public static ErrorResponseException tryAgain(HttpStatusCode status, String detail, Duration pause) {
        var failure = refusal(status, detail);
        failure.getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf((pause.toMillis() + 999) / 1000));
        return failure;
    }

    static ErrorResponseException refusal(HttpStatusCode status, String detail) {
        return new ErrorResponseException(status, of(status, detail), null);
    }

    static ProblemDetail of(HttpStatusCode status, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        var title = String.valueOf(problem.getTitle());
        problem.setType(URI.create(
                "urn:pitstop:problem:" + title.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-")));
        return problem;
    }

    static ProblemDetail during(HttpServletRequest request, ProblemDetail problem) {
        problem.setInstance(URI.create(request.getRequestURI()));
        problem.setProperty("correlationId", Correlation.of(request));
        return problem;
    }
}
