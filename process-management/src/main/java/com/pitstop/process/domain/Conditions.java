package com.pitstop.process.domain;

import java.util.Map;

/** Says whether a condition holds. */
public interface Conditions {

    /**
     * Evaluates.
     *
     * @param condition over the variables; empty for one that always holds
     */
    boolean hold(String condition, Map<String, Object> variables);
}
