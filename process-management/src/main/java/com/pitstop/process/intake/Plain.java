package com.pitstop.process.intake;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Makes variables of what a request says; what it does not say is left out. */
final class Plain {

    private final Map<String, Object> values = new LinkedHashMap<>();

    Plain with(String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
        return this;
    }

    Map<String, Object> map() {
        return Map.copyOf(values);
    }
}
