package com.pitstop.gateway.web;

import jakarta.servlet.http.HttpServletResponse;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every failure of the gateway itself as a problem. What a service answers passes by here. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unexpected(Exception failure, WebRequest request, HttpServletResponse response)
            throws Exception {
        if (response.isCommitted()) {
            throw failure; // cut off: an answer that ended here in good order would look complete
        }
        LOG.error("Answered 500", failure);
        var status = HttpStatus.INTERNAL_SERVER_ERROR;
        var problem = Problems.of(status, "Something went wrong that should not have");
        return handleExceptionInternal(failure, problem, new HttpHeaders(), status, request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unreadable(InvalidParameterException unreadable, WebRequest request) {
        var status = HttpStatus.BAD_REQUEST;
        var problem = Problems.of(status, "The parameters of the request cannot be read");
        return handleExceptionInternal(unreadable, problem, new HttpHeaders(), status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var problem = Problems.of(status, detail(failure, body, status));
        var answered = HttpHeaders.copyOf(headers);
        answered.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        var http = ((ServletWebRequest) request).getRequest();
        return super.handleExceptionInternal(failure, Problems.during(http, problem), answered, status, request);
    }

    private static String detail(Exception failure, @Nullable Object body, HttpStatusCode status) {
        var known = failure instanceof ErrorResponse response ? response.getBody() : body;
        return known instanceof ProblemDetail problem && problem.getDetail() != null
                ? problem.getDetail()
                : status.toString();
    }
}
