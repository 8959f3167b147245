package com.pitstop.process.domain;

import java.util.Map;

/** Whether a step is needed, as its definition says in words such as {@code condition == 'UNSAFE'}. */
public interface Conditions {

    /**
     * Whether it holds for these variables. An empty condition always does; a variable that is not there counts as null.
     *
     * @throws IllegalStateException when it cannot be applied to them
     */
    boolean hold(String condition, Map<String, Object> variables);
}
