package com.pitstop.chassis.web;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerMapping;

import com.pitstop.chassis.idempotency.AcceptedRequests;
import com.pitstop.chassis.idempotency.RequestKey;
import com.pitstop.shared.InvalidValueException;

import tools.jackson.databind.json.JsonMapper;

/** Where a controller hands a request on as a command, with the wishes its headers state. */
public class Submissions {

    static final String KEY = "Idempotency-Key";

    private final CommandGateway commands;
    private final AcceptedRequests acceptedRequests;
    private final JsonMapper json;

    public Submissions(CommandGateway commands, AcceptedRequests acceptedRequests, JsonMapper json) {
        this.commands = commands;
        this.acceptedRequests = acceptedRequests;
        this.json = json;
    }

    /** A request that makes something new, and makes it once if it carries an {@code Idempotency-Key}. */
    public Submission creating(Object body) {
        var request = current();
        return submission(request, keyOf(request).map(key -> key(key, request, body)));
    }

    /** A request that brings something into a state; to repeat it changes nothing anyway. */
    public Submission changing() {
        return submission(current(), Optional.empty());
    }

    private Submission submission(HttpServletRequest request, Optional<RequestKey> key) {
        return new Submission(commands, acceptedRequests, key, Preference.wait(request.getHeader("Prefer")));
    }

    /** Some clients still write it as it was written before it had a name of its own. */
    private static Optional<String> keyOf(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(KEY)).or(() -> Optional.ofNullable(request.getHeader("X-" + KEY)));
    }

    private RequestKey key(String key, HttpServletRequest request, Object body) {
        if (!key.matches("[\\x21-\\x7e]{1,255}")) {
            throw new InvalidValueException(
                    "idempotency-key", "An Idempotency-Key is a token of 1 to 255 visible ASCII characters");
        }
        var kindOfRequest = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        return RequestKey.of(kindOfRequest, key, request.getRequestURI() + '\n' + json.writeValueAsString(body));
    }

    private static HttpServletRequest current() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
