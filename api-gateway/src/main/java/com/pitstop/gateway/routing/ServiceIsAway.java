package com.pitstop.gateway.routing;

import java.util.Set;
import java.util.function.Predicate;

import org.springframework.web.servlet.function.ServerResponse;

/** Which answers count as none for a breaker, which has this class by its name in the YAML. */
public class ServiceIsAway implements Predicate<Object> {

    private static final Set<Integer> AWAY = Set.of(502, 503, 504);

    static boolean says(ServerResponse answer) {
        return AWAY.contains(answer.statusCode().value());
    }

    @Override
    public boolean test(Object answer) {
        return answer instanceof ServerResponse response && says(response);
    }
}
