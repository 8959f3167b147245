package com.pitstop.process.timeline;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;

import org.springframework.data.domain.Persistable;

/** Something with a stream of its own that a step began, and the step that had to do with it last. */
@Entity(name = "ProcessConsequence")
@Table(schema = "process", name = "consequence")
class ConsequenceView implements Persistable<String> {

    @Id
    private String stream;

    private UUID trackingNumber;
    private String step;

    @Transient
    private boolean isNew;

    protected ConsequenceView() {}

    ConsequenceView(String stream, Told of) {
        this.stream = stream;
        this.isNew = true;
        follow(of);
    }

    final void follow(Told of) {
        this.trackingNumber = of.trackingNumber();
        this.step = of.step();
    }

    Told told(String sentence) {
        return new Told(trackingNumber, step, sentence);
    }

    @Override
    public String getId() {
        return stream;
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
