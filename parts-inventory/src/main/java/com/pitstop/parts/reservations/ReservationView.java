package com.pitstop.parts.reservations;

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

import com.pitstop.shared.parts.PartsReserved;

/** A reservation after the event whose sequence number is the row's version. */
@Entity
@Table(schema = "parts", name = "reservation")
@IdClass(ReservationKey.class)
class ReservationView implements Persistable<ReservationKey> {

    @Id
    private String sku;

    @Id
    private String reservationId;

    private int quantity;
    private Instant expiresAt;

    @Enumerated(EnumType.STRING)
    private ReservationStatus status;

    private long version;

    @Transient
    private boolean isNew;

    protected ReservationView() {}

    ReservationView(PartsReserved event, long version) {
        sku = event.sku();
        reservationId = event.reservationId();
        isNew = true;
        open(event, version);
    }

    /** Also for one that expired and is made anew. */
    final void open(PartsReserved event, long version) {
        this.quantity = event.quantity();
        this.expiresAt = event.expiresAt();
        this.status = ReservationStatus.OPEN;
        this.version = version;
    }

    /** What was left of one that was consumed is released too, which makes no difference to how it ended. */
    void end(ReservationStatus ending, long version) {
        this.status = status == ReservationStatus.OPEN ? ending : status;
        this.version = version;
    }

    boolean isBefore(long version) {
        return this.version < version;
    }

    Reservation asReservation() {
        return new Reservation(sku, reservationId, quantity, expiresAt, status, version);
    }

    @Override
    public ReservationKey getId() {
        return new ReservationKey(sku, reservationId);
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
