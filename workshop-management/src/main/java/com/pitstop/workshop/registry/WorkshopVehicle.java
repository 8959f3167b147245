package com.pitstop.workshop.registry;

import java.util.UUID;

import com.pitstop.workshop.readmodel.VehicleView;

/** A vehicle as the workshop knows one. */
public record WorkshopVehicle(String licenseNumber, String brand, String type, UUID ownerId, boolean registered) {

    static WorkshopVehicle of(VehicleView vehicle) {
        return new WorkshopVehicle(
                vehicle.licenseNumber(), vehicle.brand(), vehicle.type(), vehicle.ownerId(), vehicle.registered());
    }
}
