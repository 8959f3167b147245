package com.pitstop.workshop.readmodel;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;

import org.springframework.data.domain.Persistable;

import com.pitstop.chassis.persistence.InsertedOnce;
import com.pitstop.shared.parts.PartRegistered;

/** A kind of part that may go into a vehicle. What it is called does not change. */
@InsertedOnce
@Entity(name = "WorkshopPart")
@Table(schema = "workshop", name = "part")
public class PartView implements Persistable<String> {

    @Id
    private String sku;

    private String name;

    @Transient
    private boolean isNew;

    protected PartView() {}

    public PartView(PartRegistered event) {
        this.sku = event.sku();
        this.name = event.name();
        this.isNew = true;
    }

    public String sku() {
        return sku;
    }

    public String name() {
        return name;
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
