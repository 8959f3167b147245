package com.pitstop.chassis.web;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

import com.pitstop.chassis.messaging.MessageContext;

/** Takes over the correlation id of a request or makes one, and returns it. */
class CorrelationFilter extends OncePerRequestFilter {

    static final String HEADER = "X-Correlation-ID";

    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var correlationId = correlationId(request.getHeader(HEADER));
        request.setAttribute(MessageContext.CORRELATION_ID, correlationId);
        response.setHeader(HEADER, correlationId);
        MDC.put(MessageContext.CORRELATION_ID, correlationId);
        MDC.put(
                MessageContext.USER,
                Optional.ofNullable(request.getRemoteUser()).orElse("anonymous"));
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(MessageContext.CORRELATION_ID);
            MDC.remove(MessageContext.USER);
        }
    }

    static String correlationId(@Nullable String header) {
        return header != null && SANE.matcher(header).matches()
                ? header
                : UUID.randomUUID().toString();
    }
}
