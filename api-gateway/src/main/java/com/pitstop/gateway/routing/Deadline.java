package com.pitstop.gateway.routing;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpMethod;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.function.ServerRequest;

/** Until when a request must be answered, however often it is tried. */
record Deadline(long nanoTime) {

    private static final String ATTRIBUTE = Deadline.class.getName();

    /** RFC 7240; the services wait for their read models as long as this asks. */
    private static final Pattern WAIT =
            Pattern.compile("(?i)(?:^|[,;])\\s*wait\\s*=\\s*\"?(\\d{1,9})\"?\\s*(?=$|[,;])");

    static Deadline start(ServiceRoute route, ServerRequest request) {
        var patience = route.timeout().plus(wait(route, request));
        var deadline = new Deadline(System.nanoTime() + patience.toNanos());
        HttpServletRequest http = request.servletRequest();
        http.setAttribute(ATTRIBUTE, deadline);
        return deadline;
    }

    /** The deadline of the request that this thread is working on. */
    static Optional<Deadline> current() {
        return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
                .map(request -> (Deadline) request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST));
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }

    private static Duration wait(ServiceRoute route, ServerRequest request) {
        var header = request.headers().firstHeader("Prefer");
        var wait = WAIT.matcher(header == null || request.method().equals(HttpMethod.GET) ? "" : header);
        var asked = wait.find() ? Duration.ofSeconds(Long.parseLong(wait.group(1))) : Duration.ZERO;
        return asked.compareTo(route.longestWait()) > 0 ? route.longestWait() : asked;
    }
}
