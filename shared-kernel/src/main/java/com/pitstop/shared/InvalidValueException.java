package com.pitstop.shared;

/** A value that could never be right, whatever has happened so far. */
public final class InvalidValueException extends Refusal {

    private static final long serialVersionUID = 1L;

    public InvalidValueException(String rule, String message) {
        super(rule, message);
    }
}
