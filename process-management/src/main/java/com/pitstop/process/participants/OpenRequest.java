package com.pitstop.process.participants;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;

import org.springframework.data.domain.Persistable;

/** A request that has been neither answered nor given up. */
@Entity
@Table(schema = "process", name = "open_request")
class OpenRequest implements Persistable<String> {

    @Id
    private String stepKey;

    private String participant;

    @Transient
    private boolean isNew;

    @SuppressWarnings("NullAway.Init")
    protected OpenRequest() {}

    OpenRequest(String stepKey, String participant) {
        this.stepKey = stepKey;
        this.participant = participant;
        this.isNew = true;
    }

    String participant() {
        return participant;
    }

    @Override
    public String getId() {
        return stepKey;
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
