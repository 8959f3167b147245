package com.pitstop.process.slips;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

import com.pitstop.process.domain.Participants;
import com.pitstop.shared.process.SlipStep;
import com.pitstop.shared.process.StepRetryScheduled;

/** A step after the last event that was about it. */
@Entity(name = "ProcessStep")
@Table(schema = "process", name = "step")
@IdClass(StepKey.class)
class StepView implements Persistable<StepKey> {

    @Id
    private UUID trackingNumber;

    @Id
    private String name;

    private int position;
    private int stage;

    @Enumerated(EnumType.STRING)
    private StepState state;

    private String participant;
    private String activity;
    private boolean undoable;
    private boolean pivot;
    private @Nullable Instant startedAt;
    private @Nullable Instant askedAt;
    private @Nullable Instant endedAt;
    private @Nullable Long completion;
    private int attempts;
    private int maxAttempts;
    private int undoAttempts;
    private @Nullable Instant nextTryAt;
    private String lastError;
    private boolean unanswered;

    @Convert(converter = PlainValues.class)
    private Map<String, Object> data;

    private long version;

    @Transient
    private boolean isNew;

    protected StepView() {}

    StepView(UUID trackingNumber, SlipStep step, int position, long version) {
        this.trackingNumber = trackingNumber;
        this.name = step.name();
        this.state = StepState.PENDING;
        this.lastError = "";
        this.data = Map.of();
        this.isNew = true;
        plan(step, position);
        this.version = version;
    }

    final void plan(SlipStep step, int position) {
        this.position = position;
        this.stage = step.stage();
        this.participant = step.participant();
        this.activity = step.activity();
        this.undoable = step.undoable();
        this.pivot = step.pivot();
        this.maxAttempts = step.maxAttempts();
    }

    boolean isBefore(long version) {
        return this.version < version;
    }

    void changedBy(long version) {
        this.version = version;
    }

    void asked(int attempt, Instant at) {
        state = StepState.RUNNING;
        startedAt = startedAt == null ? at : startedAt;
        askedAt = at;
        endedAt = null;
        attempts = attempt;
        nextTryAt = null;
        unanswered = false;
    }

    void timedOut() {
        state = StepState.OUTCOME_UNKNOWN;
        unanswered = true;
    }

    void waits(StepRetryScheduled retry) {
        state = StepState.WAITING_RETRY;
        attempts = retry.attempt();
        nextTryAt = nextTry(retry.at());
        lastError = retry.message();
    }

    void completed(Map<String, Object> data, long completion, Instant at) {
        this.data = data;
        this.completion = completion;
        ends(StepState.COMPLETED, at);
    }

    void failed(String message, Instant at) {
        lastError = message;
        ends(StepState.FAILED, at);
    }

    /** Gone on without; or without undoing what stays as it is. */
    void skipped(Instant at) {
        ends(state.isOfUndo() ? StepState.RESOLVED_MANUALLY : StepState.SKIPPED, at);
    }

    void ends(StepState state, Instant at) {
        this.state = state;
        this.endedAt = endedAt == null ? at : endedAt;
        this.nextTryAt = null;
        this.unanswered = false;
    }

    void undoAsked(int attempt) {
        state = StepState.COMPENSATING;
        undoAttempts = attempt;
        nextTryAt = null;
    }

    void undoWaits(Instant nextTryAt, String message) {
        this.nextTryAt = nextTry(nextTryAt);
        this.lastError = message;
    }

    private static @Nullable Instant nextTry(Instant at) {
        return at.equals(Participants.UNTIL_RESUMED) ? null : Moments.stored(at);
    }

    void undone() {
        state = StepState.COMPENSATED;
        nextTryAt = null;
    }

    void undoFailed(String message) {
        state = StepState.COMPENSATION_FAILED;
        lastError = message;
        nextTryAt = null;
    }

    StepState state() {
        return state;
    }

    int position() {
        return position;
    }

    String name() {
        return name;
    }

    Step asStep() {
        return new Step(
                name,
                position,
                stage,
                state,
                participant,
                activity,
                undoable,
                pivot,
                startedAt,
                askedAt,
                endedAt,
                completion,
                attempts,
                maxAttempts,
                undoAttempts,
                nextTryAt,
                lastError,
                unanswered,
                data);
    }

    @Override
    public StepKey getId() {
        return new StepKey(trackingNumber, name);
    }

    @Override
    public boolean isNew() {
        return isNew;
    }

    @PostLoad
    @PostPersist
    void stored() {
        isNew = false;
    }
}
