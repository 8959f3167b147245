package com.pitstop.shared;

/** What the request speaks of does not exist. */
public final class NotFoundException extends Refusal {

    private static final long serialVersionUID = 1L;

    public NotFoundException(String rule, String message) {
        super(rule, message);
    }
}
