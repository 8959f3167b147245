package com.pitstop.workshop.readmodel;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;

import org.springframework.data.domain.Persistable;

import com.pitstop.chassis.persistence.InsertedOnce;
import com.pitstop.shared.vehicle.VehicleRegistered;
import com.pitstop.shared.vehicle.VehicleTransferred;
import com.pitstop.shared.vehicle.VehicleUnregistered;

/** A vehicle the workshop may be asked to work on. Events at or below the row's version have been seen before and change nothing. */
@InsertedOnce
@Entity(name = "WorkshopVehicle")
@Table(schema = "workshop", name = "vehicle")
public class VehicleView implements Persistable<String> {

    @Id
    private String licenseNumber;

    private String brand;
    private String type;
    private UUID ownerId;
    private boolean registered;
    private long version;

    @Transient
    private boolean isNew;

    protected VehicleView() {}

    public VehicleView(VehicleRegistered event, long version) {
        this.licenseNumber = event.licenseNumber();
        this.brand = event.brand();
        this.type = event.type();
        this.ownerId = event.ownerId();
        this.registered = true;
        this.version = version;
        this.isNew = true;
    }

    public void registeredAgain(VehicleRegistered event, long version) {
        if (version <= this.version) {
            return;
        }
        this.brand = event.brand();
        this.type = event.type();
        this.ownerId = event.ownerId();
        this.registered = true;
        this.version = version;
    }

    public void transferred(VehicleTransferred event, long version) {
        if (version <= this.version) {
            return;
        }
        this.ownerId = event.ownerId();
        this.version = version;
    }

    public void unregistered(VehicleUnregistered event, long version) {
        if (version <= this.version) {
            return;
        }
        this.registered = false;
        this.version = version;
    }

    public String licenseNumber() {
        return licenseNumber;
    }

    public String brand() {
        return brand;
    }

    public String type() {
        return type;
    }

    public UUID ownerId() {
        return ownerId;
    }

    public boolean registered() {
        return registered;
    }

    @Override
    public String getId() {
        return licenseNumber;
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
