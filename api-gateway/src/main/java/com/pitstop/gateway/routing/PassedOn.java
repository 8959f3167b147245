package com.pitstop.gateway.routing;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.http.HttpHeaders;

/** The headers that concern both ends, out of those that concern one connection or the inside only. */
final class PassedOn {

    private static final Set<String> INSIDE = Set.of("x-internal-", "x-pitstop-internal-");

    private PassedOn() {}

    /** Without those named, the internal ones, and those the {@code Connection} header says are for it alone. */
    static HttpHeaders without(Set<String> names, HttpHeaders all) {
        var forThisConnection = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        forThisConnection.addAll(all.getConnection());
        var passedOn = new HttpHeaders();
        all.forEach((name, values) -> {
            var lower = name.toLowerCase(Locale.ROOT);
            if (!names.contains(lower)
                    && !forThisConnection.contains(name)
                    && INSIDE.stream().noneMatch(lower::startsWith)) {
                passedOn.addAll(name, values);
            }
        });
        return passedOn;
    }
}
