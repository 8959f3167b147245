package com.pitstop.process.signals;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;

import org.springframework.data.domain.Persistable;

/** A slip that waits for something to happen in another context. */
@Entity
@Table(schema = "process", name = "expectation")
@IdClass(ExpectationKey.class)
class ExpectationView implements Persistable<ExpectationKey> {

    @Id
    private UUID trackingNumber;

    @Id
    private String signal;

    @Id
    private String subject;

    @Transient
    private boolean isNew;

    @SuppressWarnings("NullAway.Init")
    protected ExpectationView() {}

    ExpectationView(UUID trackingNumber, Expectation expected) {
        this.trackingNumber = trackingNumber;
        this.signal = expected.signal();
        this.subject = expected.subject();
        this.isNew = true;
    }

    UUID trackingNumber() {
        return trackingNumber;
    }

    @Override
    public ExpectationKey getId() {
        return new ExpectationKey(trackingNumber, signal, subject);
    }

    @Override
    public boolean isNew() {
        return isNew;
    }

    /** What is new in the eyes of a repository is not removed by it, also when the same batch has saved it. */
    @PostLoad
    @PostPersist
    void stored() {
        isNew = false;
    }
}
