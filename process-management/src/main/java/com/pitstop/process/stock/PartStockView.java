package com.pitstop.process.stock;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;

import org.springframework.data.domain.Persistable;

import com.pitstop.chassis.persistence.InsertedOnce;

/** The pieces of a part after the event whose sequence number is the row's version. */
@InsertedOnce
@Entity
@Table(schema = "process", name = "part_stock")
class PartStockView implements Persistable<String> {

    @Id
    private String sku;

    private int onHand;
    private int reserved;
    private long version;

    @Transient
    private boolean isNew;

    @SuppressWarnings("NullAway.Init")
    protected PartStockView() {}

    PartStockView(String sku, long version) {
        this.sku = sku;
        this.version = version;
        this.isNew = true;
    }

    void move(int onHandChange, int reservedChange, long version) {
        this.onHand += onHandChange;
        this.reserved += reservedChange;
        this.version = version;
    }

    boolean isBefore(long version) {
        return this.version < version;
    }

    int available() {
        return onHand - reserved;
    }

    @Override
    public String getId() {
        return sku;
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
