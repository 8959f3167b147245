package com.pitstop.process.participants;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

import com.pitstop.process.domain.Participants;

/** A circuit breaker: a participant that fails again and again is left alone, and then has to succeed twice. */
@Entity
@Table(schema = "process", name = "participant")
class ParticipantView implements Persistable<String> {

    private static final int FAILURES = 5;
    private static final int SUCCESSES = 2;
    private static final Duration LEFT_ALONE_FOR = Duration.ofSeconds(60);

    @Id
    private String name;

    private int failures;
    private int successes;
    private @Nullable Instant leftAloneUntil;
    private @Nullable Instant changedAt;
    private @Nullable Instant pausedAt;
    private @Nullable String pauseReason;

    @Transient
    private boolean isNew;

    @SuppressWarnings("NullAway.Init")
    protected ParticipantView() {}

    ParticipantView(String name) {
        this.name = name;
        this.isNew = true;
    }

    /** While it is on probation one failure is enough. */
    void fail(Instant at) {
        failures++;
        successes = 0;
        if (failures >= FAILURES || leftAloneUntil != null) {
            changedAt = state(at) == BreakerState.OPEN ? changedAt : at;
            leftAloneUntil = at.plus(LEFT_ALONE_FOR);
        }
    }

    void succeed(Instant at) {
        successes++;
        if (leftAloneUntil == null || successes >= SUCCESSES) {
            changedAt = leftAloneUntil == null ? changedAt : at;
            leftAloneUntil = null;
            failures = 0;
        }
    }

    void pause(String reason, Instant at) {
        pausedAt = at;
        pauseReason = reason;
    }

    void resume() {
        pausedAt = null;
        pauseReason = null;
    }

    Optional<Instant> leftAloneUntil() {
        return pausedAt == null ? Optional.ofNullable(leftAloneUntil) : Optional.of(Participants.UNTIL_RESUMED);
    }

    Participant asParticipant(Instant now, int openRequests) {
        var state = state(now);
        return new Participant(
                name,
                state,
                state == BreakerState.HALF_OPEN ? leftAloneUntil : changedAt,
                failures,
                openRequests,
                leftAloneUntil,
                pausedAt == null || pauseReason == null ? null : new Participant.Pause(pausedAt, pauseReason));
    }

    private BreakerState state(Instant now) {
        if (leftAloneUntil == null) {
            return BreakerState.CLOSED;
        }
        return leftAloneUntil.isAfter(now) ? BreakerState.OPEN : BreakerState.HALF_OPEN;
    }

    @Override
    public String getId() {
        return name;
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
