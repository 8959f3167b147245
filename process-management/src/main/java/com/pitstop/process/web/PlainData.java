package com.pitstop.process.web;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Values that a person hands over. What is null is not said. */
final class PlainData {

    private PlainData() {}

    static Map<String, Object> of(@Nullable Map<String, @Nullable Object> data) {
        var plain = new HashMap<String, Object>();
        if (data != null) {
            data.forEach((name, value) -> {
                if (value != null) {
                    plain.put(name, value);
                }
            });
        }
        return plain;
    }
}
