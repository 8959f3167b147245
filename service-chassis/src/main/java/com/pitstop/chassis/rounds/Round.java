package com.pitstop.chassis.rounds;

import java.time.Duration;

/**
 * Work that no event leads to, such as what is due by now: from time to time it is looked whether there is some. Every process
 * of a service does so, each in a thread of its own, and what two of them do must do no harm.
 */
public interface Round {

    /** What for, as in {@code send mails}. */
    String purpose();

    /** How long to wait before it is looked again. */
    Duration period();

    /** Does what there is to do. When this fails the log says so, and the next round comes all the same. */
    void look();

    /** Waits for what earlier rounds began, when the service ends. */
    default void finish() {}
}
