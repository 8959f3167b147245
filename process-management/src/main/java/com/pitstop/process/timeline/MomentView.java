package com.pitstop.process.timeline;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;

import org.springframework.data.domain.Persistable;

import com.pitstop.chassis.persistence.InsertedOnce;

/** A moment in the timeline of a slip. It never changes. */
@InsertedOnce
@Entity(name = "ProcessMoment")
@Table(schema = "process", name = "moment")
class MomentView implements Persistable<String> {

    @Id
    private String eventId;

    @SuppressWarnings("UnusedVariable") // what it is found by
    private UUID trackingNumber;

    @SuppressWarnings("UnusedVariable") // what it is sorted by
    private long position;

    private Instant recordedAt;
    private String context;
    private String event;
    private String step;
    private String sentence;
    private String actingUser;

    @Transient
    private boolean isNew;

    protected MomentView() {}

    MomentView(String eventId, UUID trackingNumber, long position, Moment moment) {
        this.eventId = eventId;
        this.trackingNumber = trackingNumber;
        this.position = position;
        this.recordedAt = moment.at();
        this.context = moment.context();
        this.event = moment.event();
        this.step = moment.step();
        this.sentence = moment.sentence();
        this.actingUser = moment.user();
        this.isNew = true;
    }

    Moment asMoment() {
        return new Moment(recordedAt, context, event, step, sentence, actingUser);
    }

    @Override
    public String getId() {
        return eventId;
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
