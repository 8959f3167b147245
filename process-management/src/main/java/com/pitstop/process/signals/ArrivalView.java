package com.pitstop.process.signals;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;

import org.springframework.data.domain.Persistable;

/** Goods that were put on the shelf. What a supplier has brought is there a moment later, and can be reserved only then. */
@Entity
@Table(schema = "process", name = "arrival")
class ArrivalView implements Persistable<String> {

    @Id
    private String receiptId;

    @Transient
    private boolean isNew;

    @SuppressWarnings("NullAway.Init")
    protected ArrivalView() {}

    ArrivalView(String receiptId) {
        this.receiptId = receiptId;
        this.isNew = true;
    }

    @Override
    public String getId() {
        return receiptId;
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
