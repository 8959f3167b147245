package com.pitstop.parts.deliveries;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

import com.pitstop.chassis.persistence.InsertedOnce;
import com.pitstop.shared.parts.DeliveryArranged;
import com.pitstop.shared.parts.DeliveryCancelled;

/** A delivery after the event whose sequence number is the row's version. */
@InsertedOnce
@Entity
@Table(schema = "parts", name = "delivery")
class DeliveryView implements Persistable<UUID> {

    @Id
    private UUID deliveryId;

    private String sku;
    private int quantity;
    private LocalDate expectedOn;

    @Enumerated(EnumType.STRING)
    private DeliveryStatus status;

    private @Nullable String cancellationReason;
    private long version;

    @Transient
    private boolean isNew;

    protected DeliveryView() {}

    DeliveryView(DeliveryArranged event, long version) {
        this.deliveryId = event.deliveryId();
        this.sku = event.sku();
        this.quantity = event.quantity();
        this.expectedOn = event.expectedOn();
        this.status = DeliveryStatus.ARRANGED;
        this.version = version;
        this.isNew = true;
    }

    void receive(long version) {
        this.status = DeliveryStatus.RECEIVED;
        this.version = version;
    }

    void cancel(DeliveryCancelled event, long version) {
        this.status = DeliveryStatus.CANCELLED;
        this.cancellationReason = event.reason();
        this.version = version;
    }

    boolean isBefore(long version) {
        return this.version < version;
    }

    Delivery asDelivery() {
        return new Delivery(deliveryId, sku, quantity, expectedOn, status, cancellationReason);
    }

    @Override
    public UUID getId() {
        return deliveryId;
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
