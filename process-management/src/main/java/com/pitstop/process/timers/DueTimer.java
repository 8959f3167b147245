package com.pitstop.process.timers;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;

import org.springframework.data.domain.Persistable;

import com.pitstop.shared.process.TimerSet;

/** A timer that has neither fired nor been cancelled. */
@Entity
@Table(schema = "process", name = "due_timer")
@IdClass(DueTimerId.class)
class DueTimer implements Persistable<DueTimerId> {

    @Id
    private UUID trackingNumber;

    @Id
    private String timerId;

    @SuppressWarnings("UnusedVariable") // it is looked for by
    private Instant dueAt;

    @Transient
    private boolean isNew;

    protected DueTimer() {}

    DueTimer(TimerSet event) {
        trackingNumber = event.trackingNumber();
        timerId = event.timerId();
        dueAt = event.dueAt();
        isNew = true;
    }

    @Override
    public DueTimerId getId() {
        return new DueTimerId(trackingNumber, timerId);
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
