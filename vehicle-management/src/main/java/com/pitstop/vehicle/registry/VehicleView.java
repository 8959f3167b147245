package com.pitstop.vehicle.registry;

import java.util.Locale;
import java.util.UUID;

import jakarta.persistence.Column;
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

/** A row of the registry: a vehicle after the event whose sequence number is the row's version. */
@InsertedOnce
@Entity
@Table(schema = "vehicle", name = "vehicle")
class VehicleView implements Persistable<String> {

    @Id
    private String licenseNumber;

    private String brand;
    private String type;
    private UUID ownerId;
    private boolean registered;
    private boolean immobilised;

    @Column // read by searches only
    private String searchText;

    private long version;

    @Transient
    private boolean isNew;

    protected VehicleView() {}

    VehicleView(VehicleRegistered event, long version) {
        licenseNumber = event.licenseNumber();
        isNew = true;
        describe(event, version);
    }

    void registerAgain(VehicleRegistered event, long version) {
        describe(event, version);
    }

    void transfer(VehicleTransferred event, long version) {
        ownerId = event.ownerId();
        this.version = version;
    }

    void unregister(long version) {
        registered = false;
        this.version = version;
    }

    void immobilise(boolean immobilised, long version) {
        this.immobilised = immobilised;
        this.version = version;
    }

    boolean isBefore(long version) {
        return this.version < version;
    }

    Vehicle asVehicle() {
        return new Vehicle(licenseNumber, brand, type, ownerId, registered, immobilised);
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

    /** Lower case is made here, since databases disagree about the lower case of letters outside ASCII. */
    private void describe(VehicleRegistered event, long version) {
        brand = event.brand();
        type = event.type();
        ownerId = event.ownerId();
        registered = true;
        immobilised = false;
        searchText = String.join("\n", licenseNumber, brand, type).toLowerCase(Locale.ROOT);
        this.version = version;
    }
}
