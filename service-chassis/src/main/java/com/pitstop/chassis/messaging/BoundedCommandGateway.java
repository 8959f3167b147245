package com.pitstop.chassis.messaging;

import java.util.concurrent.TimeUnit;

import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.jspecify.annotations.Nullable;

/**
 * Waits for no command for ever. A hub between processes may lose sight of one, and of itself gives up after minutes; the
 * command may have been handled all the same.
 */
class BoundedCommandGateway extends DefaultCommandGateway {

    private static final long LONGEST_WAIT_IN_SECONDS = 30;

    BoundedCommandGateway(Builder settings) {
        super(settings);
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // as the interface has it
    public <R extends @Nullable Object> R sendAndWait(Object command) {
        return sendAndWait(command, LONGEST_WAIT_IN_SECONDS, TimeUnit.SECONDS);
    }
}
