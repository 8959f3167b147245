package com.pitstop.chassis.web;

/** What was asked for cannot be had right now, through no fault of the request. */
public class TemporarilyUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TemporarilyUnavailableException(String message) {
        super(message);
    }
}
