package com.pitstop.process.intake;

/** A field of a request and what is wrong with it. */
public record FieldError(String field, String message) {}
