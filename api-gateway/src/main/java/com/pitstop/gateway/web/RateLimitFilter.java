package com.pitstop.gateway.web;

import java.io.IOException;
import java.time.Duration;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.pitstop.gateway.GatewaySettings;

import io.github.bucket4j.Bucket;

/** Refuses a client that asks too often. A client is its network address, as Tomcat sees it. */
@Component
@ConditionalOnProperty(name = "pitstop.gateway.rate-limit.enabled", matchIfMissing = true)
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class RateLimitFilter extends OncePerRequestFilter {

    private final LoadingCache<String, Bucket> clients;
    private final HandlerExceptionResolver problems;

    RateLimitFilter(
            GatewaySettings settings, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        var limit = settings.rateLimit();
        this.clients = Caffeine.newBuilder()
                .maximumSize(limit.clients())
                .build(address -> Bucket.builder()
                        .addLimit(bandwidth -> bandwidth
                                .capacity(limit.burst())
                                .refillGreedy(limit.perSecond(), Duration.ofSeconds(1)))
                        .build());
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var asked = clients.get(request.getRemoteAddr()).tryConsumeAndReturnRemaining(1);
        if (asked.isConsumed()) {
            chain.doFilter(request, response);
        } else {
            var refusal = Problems.tryAgain(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "Too many requests from this address; please slow down",
                    Duration.ofNanos(asked.getNanosToWaitForRefill()));
            problems.resolveException(request, response, null, refusal);
        }
    }
}
