package com.pitstop.gateway.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.AbstractProtocol;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** What Tomcat itself refuses, such as a request line it cannot read, as a problem instead of a page. */
public class ProblemReportValve extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemReportValve.class);
    private static final String SECONDS_TO_TRY_AGAIN = "2";

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (cameTooLate(request, response)) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_TO_TRY_AGAIN);
        }
        var status = HttpStatus.resolve(response.getStatus());
        if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var correlationId = Correlation.of(request);
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setHeader(Correlation.HEADER, correlationId);
            response.getOutputStream().write(problem(status, correlationId).getBytes(StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException e) {
            LOG.debug("The client is gone", e);
        }
    }

    /**
     * While it stops, Tomcat does not read the headers of a request that comes in on a connection that was kept. It means to
     * answer 503, then misses the header that names the host, and answers 400.
     */
    private static boolean cameTooLate(Request request, Response response) {
        return response.getStatus() == HttpStatus.BAD_REQUEST.value()
                && request.getConnector().getProtocolHandler() instanceof AbstractProtocol<?> protocol
                && protocol.isPaused();
    }

    /** Written by hand, since here is no Spring; nothing in it comes from the request but a checked correlation id. */
    private static String problem(HttpStatus status, String correlationId) {
        var problem = Problems.of(status, status.getReasonPhrase());
        return """
                {"type":"%s","title":"%s","status":%d,"detail":"%s","instance":"about:blank","correlationId":"%s"}""".formatted(
                problem.getType(), status.getReasonPhrase(), status.value(), problem.getDetail(), correlationId);
    }
}
