package com.pitstop.process.slips;

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

/** A timer, and whether it is over. */
@Entity(name = "ProcessTimer")
@Table(schema = "process", name = "timer")
@IdClass(TimerKey.class)
class TimerView implements Persistable<TimerKey> {

    @Id
    private UUID trackingNumber;

    @Id
    private String timerId;

    private String purpose;
    private String step;
    private Instant dueAt;

    @SuppressWarnings("UnusedVariable") // what it is found by
    private boolean settled;

    private long version;

    @Transient
    private boolean isNew;

    protected TimerView() {}

    TimerView(TimerSet event, long version) {
        this.trackingNumber = event.trackingNumber();
        this.timerId = event.timerId();
        this.isNew = true;
        set(event, version);
    }

    final void set(TimerSet event, long version) {
        this.purpose = event.purpose();
        this.step = event.step();
        this.dueAt = Moments.stored(event.dueAt());
        this.settled = false;
        this.version = version;
    }

    boolean isBefore(long version) {
        return this.version < version;
    }

    void settle(long version) {
        this.settled = true;
        this.version = version;
    }

    Timer asTimer() {
        return new Timer(timerId, purpose, step, dueAt);
    }

    @Override
    public TimerKey getId() {
        return new TimerKey(trackingNumber, timerId);
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
