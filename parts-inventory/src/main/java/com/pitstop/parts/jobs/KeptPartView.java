package com.pitstop.parts.jobs;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;

import org.springframework.data.domain.Persistable;

/** A part of which pieces are reserved under an id. */
@Entity
@Table(schema = "parts", name = "kept_part")
@IdClass(KeptPartKey.class)
class KeptPartView implements Persistable<KeptPartKey> {

    @Id
    private String sku;

    @Id
    private String reservationId;

    @Transient
    private boolean isNew;

    @SuppressWarnings("NullAway.Init")
    protected KeptPartView() {}

    KeptPartView(KeptPartKey key) {
        this.sku = key.sku();
        this.reservationId = key.reservationId();
        this.isNew = true;
    }

    String sku() {
        return sku;
    }

    @Override
    public KeptPartKey getId() {
        return new KeptPartKey(sku, reservationId);
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
