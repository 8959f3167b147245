package com.pitstop.chassis.processing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.axonframework.eventhandling.EventMessage;

/**
 * Beside an {@code @EventHandler} for many kinds of event: which of them it is for. A kind that no handler of a processor is
 * for does not wake it, and an event makes no batch, and so no commit.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface HandlesOnly {

    /** A class with a constructor without parameters. */
    Class<? extends Interest> value();

    /** What a handler is for. It never changes its mind. */
    interface Interest {

        /** Whether there may be events of this kind that it is for. */
        boolean inKind(Class<?> payloadType);

        /** Whether it is for this event, of a kind that it may be for. */
        default boolean in(EventMessage<?> event) {
            return true;
        }
    }
}
