package com.pitstop.chassis.connection;

import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.pitstop.chassis.messaging.Causes;
import com.pitstop.chassis.messaging.LostConnection;

/** Whether something that this process needs is away. The log says so when it goes and when it is back, not in between. */
public class Outage {

    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);

    private final String what;
    private volatile Optional<String> reason = Optional.empty();

    /** Of what, as a sentence begins with it. */
    public Outage(String what) {
        this.what = what;
    }

    /** Why the last attempt failed; empty when it did not. */
    public Optional<String> reason() {
        return reason;
    }

    public synchronized void goesOn(String why) {
        if (reason.isEmpty()) {
            LOG.warn("{} cannot be reached, and is tried again: {}", what, why);
        }
        reason = Optional.of(why);
    }

    /** Ignores a failure of another kind than a lost connection. */
    public void goesOn(Throwable failure) {
        Causes.of(failure)
                .filter(LostConnection::is)
                .findFirst()
                .ifPresent(cause -> goesOn(String.valueOf(cause.getMessage())));
    }

    public void isOver() {
        if (reason.isPresent()) {
            sayThatItIsOver();
        }
    }

    private synchronized void sayThatItIsOver() {
        if (reason.isPresent()) {
            LOG.info("{} is reached again", what);
            reason = Optional.empty();
        }
    }
}
