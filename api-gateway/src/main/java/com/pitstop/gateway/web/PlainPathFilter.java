package com.pitstop.gateway.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.UriUtils;

/**
 * Refuses paths with dots and double dots for segments. A service would resolve them and answer on another path than
 * the gateway routed, such as {@code /api/customers/../../actuator}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class PlainPathFilter extends OncePerRequestFilter {

    private static final Pattern DOTS = Pattern.compile("/\\.{1,2}(;[^/]*)?(/|$)");

    private final HandlerExceptionResolver problems;

    PlainPathFilter(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (DOTS.matcher(UriUtils.decode(request.getRequestURI(), StandardCharsets.UTF_8))
                .find()) {
            var refusal = Problems.refusal(HttpStatus.BAD_REQUEST, "A path may not contain . or .. as a segment");
            problems.resolveException(request, response, null, refusal);
        } else {
            chain.doFilter(request, response);
        }
    }
}
