package com.pitstop.chassis.idempotency;

import org.axonframework.commandhandling.CommandExecutionException;

import com.pitstop.chassis.messaging.Refused;

/** An {@code Idempotency-Key} came back with another request than it stood for. */
public class KeyReusedException extends CommandExecutionException {

    private static final long serialVersionUID = 1L;

    private static final String SENTENCE = "This Idempotency-Key was used for another request";

    public KeyReusedException() {
        super(SENTENCE, null, new Refused(Refused.Kind.KEY_REUSED, "idempotency-key-reused", SENTENCE));
    }
}
