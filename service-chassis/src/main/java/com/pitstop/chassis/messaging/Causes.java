package com.pitstop.chassis.messaging;

import java.util.stream.Stream;

/** A failure and what led to it, from the outside in. */
public final class Causes {

    private Causes() {}

    public static Stream<Throwable> of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
