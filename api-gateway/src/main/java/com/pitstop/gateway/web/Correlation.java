package com.pitstop.gateway.web;

import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

/** The id by which a request is found again in the logs of everything that had to do with it. */
public final class Correlation {

    public static final String HEADER = "X-Correlation-ID";

    static final String KEY = "correlationId";

    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private Correlation() {}

    public static String of(HttpServletRequest request) {
        return request.getAttribute(KEY) instanceof String known ? known : of(request.getHeader(HEADER));
    }

    private static String of(@Nullable String header) {
        return header != null && SANE.matcher(header).matches()
                ? header
                : UUID.randomUUID().toString();
    }
}
