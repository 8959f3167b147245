package com.pitstop.shared;

import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.pitstop.shared.vehicle.Ownership;
import com.pitstop.shared.vehicle.VehicleImmobilised;
import com.pitstop.shared.vehicle.VehicleRegistered;
import com.pitstop.shared.vehicle.VehicleTransferred;
import com.pitstop.shared.vehicle.VehicleUnregistered;

import static org.assertj.core.api.Assertions.assertThat;

class OwnershipTest {

    private final UUID anna = UUID.randomUUID();
    private final UUID bart = UUID.randomUUID();
    private final VehicleRegistered registered = new VehicleRegistered("KA-12-BC", "Volvo", "V60", anna);
    private final VehicleTransferred transferred = new VehicleTransferred("KA-12-BC", anna, bart);
    private final VehicleUnregistered unregistered = new VehicleUnregistered("KA-12-BC", "sold abroad");

    @Test
    void isWithWhomHasItNow() {
        var immobilised = new VehicleImmobilised("KA-12-BC", "no brakes");

        assertThat(Ownership.after(Stream.of(registered))).contains(anna);
        assertThat(Ownership.after(Stream.of(registered, immobilised, transferred)))
                .contains(bart);
        assertThat(Ownership.after(Stream.of(registered, transferred, unregistered, registered)))
                .contains(anna);
    }

    @Test
    void isWithNobodyWhileAVehicleIsNotRegistered() {
        assertThat(Ownership.after(Stream.of())).isEmpty();
        assertThat(Ownership.after(Stream.of(registered, unregistered))).isEmpty();
    }
}
