package com.pitstop.process.participants;

import java.time.Instant;
import java.util.function.Consumer;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.processing.InOrder;
import com.pitstop.shared.process.Outcome;
import com.pitstop.shared.process.StepAnswered;
import com.pitstop.shared.process.StepOutcomeAsked;
import com.pitstop.shared.process.StepRequested;
import com.pitstop.shared.process.StepTimedOut;
import com.pitstop.shared.process.StepUndoRequested;

/**
 * Keeps how participants are doing in step with what they answer, and what they do not. Handled in the order of the events
 * of all slips, since a failure counts for all of them.
 */
@Component
@ProcessingGroup("process-participants")
@InOrder
class ParticipantProjection {

    private final ParticipantViewRepository participants;
    private final OpenRequestRepository requests;

    ParticipantProjection(ParticipantViewRepository participants, OpenRequestRepository requests) {
        this.participants = participants;
        this.requests = requests;
    }

    @EventHandler
    void on(StepRequested event) {
        open(event.stepKey(), event.participant());
    }

    @EventHandler
    void on(StepUndoRequested event) {
        open(event.stepKey(), event.participant());
    }

    @EventHandler
    void on(StepOutcomeAsked event) {
        open(event.stepKey(), event.participant());
    }

    @EventHandler
    void on(StepAnswered event, @Timestamp Instant at) {
        if (event.outcome().equals(Outcome.FAILED_FOR_NOW.name())) {
            close(event.stepKey(), participant -> participant.fail(at));
        } else {
            close(event.stepKey(), ParticipantView::succeed);
        }
    }

    @EventHandler
    void on(StepTimedOut event, @Timestamp Instant at) {
        close(event.stepKey(), participant -> participant.fail(at));
    }

    @ResetHandler
    void reset() {
        participants.deleteAllInBatch();
        requests.deleteAllInBatch();
    }

    private void open(String stepKey, String participant) {
        if (requests.findById(stepKey).isEmpty()) {
            requests.save(new OpenRequest(stepKey, participant)).stored();
        }
        if (participants.findById(participant).isEmpty()) {
            participants.save(new ParticipantView(participant));
        }
    }

    private void close(String stepKey, Consumer<ParticipantView> change) {
        requests.findById(stepKey).ifPresent(request -> {
            requests.delete(request);
            participants.findById(request.participant()).ifPresent(participant -> {
                change.accept(participant);
                participants.save(participant);
            });
        });
    }
}
