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
import com.pitstop.shared.process.ParticipantPaused;
import com.pitstop.shared.process.ParticipantResumed;
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
            close(event.stepKey(), participant -> participant.succeed(at));
        }
    }

    @EventHandler
    void on(StepTimedOut event, @Timestamp Instant at) {
        close(event.stepKey(), participant -> participant.fail(at));
    }

    @EventHandler
    void on(ParticipantPaused event, @Timestamp Instant at) {
        change(event.participant(), participant -> participant.pause(event.reason(), at));
    }

    @EventHandler
    void on(ParticipantResumed event) {
        change(event.participant(), ParticipantView::resume);
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
        change(participant, asked -> {});
    }

    private void close(String stepKey, Consumer<ParticipantView> change) {
        requests.findById(stepKey).ifPresent(request -> {
            requests.delete(request);
            change(request.participant(), change);
        });
    }

    private void change(String name, Consumer<ParticipantView> change) {
        var participant = participants.findById(name).orElseGet(() -> new ParticipantView(name));
        change.accept(participant);
        participants.save(participant).stored();
    }
}
