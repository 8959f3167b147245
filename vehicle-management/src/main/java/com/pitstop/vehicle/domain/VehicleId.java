package com.pitstop.vehicle.domain;

import com.pitstop.shared.vehicle.LicenseNumber;

/** A vehicle in the books of the garage. Reads {@code vehicle:KN-16-RS}: the name of the vehicle's stream of events. */
public record VehicleId(LicenseNumber licenseNumber) {

    static String stream(String licenseNumber) {
        return "vehicle:" + licenseNumber;
    }

    @Override
    public String toString() {
        return stream(licenseNumber.value());
    }
}
