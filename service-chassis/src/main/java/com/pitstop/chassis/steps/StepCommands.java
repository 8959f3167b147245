package com.pitstop.chassis.steps;

import java.util.List;

import org.axonframework.eventsourcing.eventstore.EventStore;

import com.pitstop.chassis.idempotency.AcceptedRequests;
import com.pitstop.chassis.idempotency.KeyReusedException;
import com.pitstop.chassis.messaging.Reactions;

import static org.axonframework.commandhandling.GenericCommandMessage.asCommandMessage;

/**
 * The commands of steps. What does a step has a key as requests have: it has its effect once, and the stream of the key
 * tells whether it had, at once and for ever. So what was there before is never mistaken for what a step did.
 */
public class StepCommands {

    private final EventStore eventStore;
    private final Reactions reactions;
    private final AcceptedRequests requests;

    StepCommands(EventStore eventStore, Reactions reactions, AcceptedRequests requests) {
        this.eventStore = eventStore;
        this.reactions = reactions;
        this.requests = requests;
    }

    /** Does a step. When it was done before nothing happens. */
    public void perform(Step step, Object command) {
        reactions.sendOrGiveUpSoon(
                asCommandMessage(command).andMetaData(step.key().asMetaData()));
    }

    /** Sends a command that is no deed of a step: undoing a step leaves its effect alone. */
    public void send(Object command) {
        reactions.sendOrGiveUpSoon(command);
    }

    public boolean isDone(Step step) {
        try {
            return requests.contain(step.key());
        } catch (KeyReusedException givenUp) {
            return false;
        }
    }

    /**
     * Undoes a step if it was done. If it was not it never will be: a command that is still on its way somewhere finds its
     * key used up.
     */
    public Reply undo(Step step, Object command) {
        var found = isDoneElseGiveUp(step);
        if (found) {
            reactions.sendOrGiveUpSoon(command);
        }
        return Reply.undone(found);
    }

    /** The first part of {@link #undo}, for those who undo it otherwise. */
    public boolean isDoneElseGiveUp(Step step) {
        // Made here, where it is known which event it follows from.
        var givingUp = requests.asEvent(step.keyOfOneGivenUp());
        // Who loses a race for the stream looks again.
        reactions.run(() -> {
            if (!isDone(step) && !isGivenUp(step)) {
                eventStore.publish(List.of(givingUp));
            }
        });
        return isDone(step);
    }

    private boolean isGivenUp(Step step) {
        try {
            return requests.contain(step.keyOfOneGivenUp());
        } catch (KeyReusedException done) {
            return false;
        }
    }
}
