package com.pitstop.chassis.processing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Beside a {@code @ProcessingGroup}: its events are handled one after the other in the order of the event store, in one
 * segment and so by one process at a time. They are looked at five times a second, unless somebody waits for them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface InOrder {

    /** Whether somebody waits for what comes of them: then they are looked at as soon as others are. */
    boolean awaited() default false;

    /** Whether an event that is parked holds up all that follow, and not only those of its own stream. */
    boolean parkedHoldsUpAll() default false;
}
