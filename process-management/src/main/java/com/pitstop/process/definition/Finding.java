package com.pitstop.process.definition;

/**
 * Something that is wrong with a definition, and what to do about it.
 *
 * @param step its name, empty when it is about the whole
 */
public record Finding(String step, String message) {

    @Override
    public String toString() {
        return step.isEmpty() ? message : "step %s: %s".formatted(step, message);
    }
}
