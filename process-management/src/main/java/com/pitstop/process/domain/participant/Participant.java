package com.pitstop.process.domain.participant;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import com.pitstop.shared.process.ParticipantPaused;
import com.pitstop.shared.process.ParticipantResumed;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/** What operators wish for a participant. How it is doing by itself is told by its answers. */
@Aggregate
@Revision("1")
class Participant {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable ParticipantId id;

    private boolean paused;

    Participant() {} // Axon starts from here, then replays the events

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(PauseParticipant command) {
        if (!paused) {
            apply(new ParticipantPaused(command.participantId().name(), command.reason()));
        }
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(ResumeParticipant command) {
        if (paused) {
            apply(new ParticipantResumed(command.participantId().name(), command.reason()));
        }
    }

    @EventSourcingHandler
    void on(ParticipantPaused event) {
        id = new ParticipantId(event.participant());
        paused = true;
    }

    @EventSourcingHandler
    void on(ParticipantResumed event) {
        paused = false;
    }
}
