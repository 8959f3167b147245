package com.pitstop.parts.movements;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;

import org.springframework.data.domain.Persistable;

import com.pitstop.chassis.persistence.InsertedOnce;

/** A movement. Its version is the sequence number of its event. */
@InsertedOnce
@Entity
@Table(schema = "parts", name = "movement")
@IdClass(MovementId.class)
class MovementView implements Persistable<MovementId> {

    @Id
    private String sku;

    @Id
    private long version;

    private Instant recordedAt;

    @Enumerated(EnumType.STRING)
    private MovementKind kind;

    private String reference;
    private int onHandChange;
    private int reservedChange;
    private String reason;

    @Transient
    private boolean isNew;

    protected MovementView() {}

    MovementView(Movement movement) {
        this.sku = movement.sku();
        this.version = movement.version();
        this.recordedAt = movement.at();
        this.kind = movement.kind();
        this.reference = movement.reference();
        this.onHandChange = movement.onHandChange();
        this.reservedChange = movement.reservedChange();
        this.reason = movement.reason();
        this.isNew = true;
    }

    Movement asMovement() {
        return new Movement(sku, version, recordedAt, kind, reference, onHandChange, reservedChange, reason);
    }

    @Override
    public MovementId getId() {
        return new MovementId(sku, version);
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
