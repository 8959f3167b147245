package com.pitstop.shared;

/** The request is well formed, and what has happened so far forbids it. */
public final class RuleViolatedException extends Refusal {

    private static final long serialVersionUID = 1L;

    public RuleViolatedException(String rule, String message) {
        super(rule, message);
    }
}
