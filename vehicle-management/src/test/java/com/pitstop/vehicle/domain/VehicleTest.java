package com.pitstop.vehicle.domain;

import java.util.UUID;

import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import com.pitstop.chassis.axon.Serializers;
import com.pitstop.shared.InvalidValueException;
import com.pitstop.shared.RuleViolatedException;
import com.pitstop.shared.customer.CustomerId;
import com.pitstop.shared.vehicle.LicenseNumber;
import com.pitstop.shared.vehicle.VehicleImmobilised;
import com.pitstop.shared.vehicle.VehicleRegistered;
import com.pitstop.shared.vehicle.VehicleReleased;
import com.pitstop.shared.vehicle.VehicleTransferred;
import com.pitstop.shared.vehicle.VehicleUnregistered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What may happen to a vehicle on paper, told as: given what happened, when someone asks, then this happens. */
class VehicleTest {

    private static final UUID ANNA = UUID.fromString("5c1e2c5c-6b4f-4d0e-9d2b-7a5d1f0c9a11");
    private static final UUID BART = UUID.fromString("9b0fd1a4-3a54-4b6c-8f0e-2f6f3b8f7c22");

    private final AggregateTestFixture<Vehicle> vehicle = new AggregateTestFixture<>(Vehicle.class);

    @Test
    void isKnownByItsLicenseNumberInUpperCase() {
        assertThat(new VehicleId(new LicenseNumber("kn-16-rs"))).hasToString("vehicle:KN-16-RS");
    }

    @Nested
    class RegisteringAVehicle {

        @Test
        void bringsItIntoTheCareOfTheGarage() {
            vehicle.givenNoPriorActivity().when(register("Volvo", ANNA)).expectEvents(registered("Volvo", ANNA));
        }

        @Test
        void isRefusedWhileItIsRegistered() {
            vehicle.given(registered("Volvo", ANNA))
                    .when(register("Saab", BART))
                    .expectNoEvents()
                    .expectException(RuleViolatedException.class)
                    .expectExceptionMessage("Vehicle KN-16-RS is already registered");
        }

        @Test
        void isPossibleAgainAfterItLeft() {
            vehicle.given(registered("Volvo", ANNA), unregistered(""))
                    .when(register("Saab", BART))
                    .expectEvents(registered("Saab", BART));
        }

        @Test
        void isRefusedOnceItCameBack() {
            vehicle.given(registered("Volvo", ANNA), unregistered(""), registered("Saab", BART))
                    .when(register("Saab", BART))
                    .expectNoEvents()
                    .expectException(RuleViolatedException.class);
        }

        @Test
        void isRefusedWithoutABrandOrWithOneOverItsLimit() {
            assertThatThrownBy(() -> register(" ", ANNA))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessage("A vehicle's brand must not be blank");
            assertThatThrownBy(() -> register("V".repeat(51), ANNA))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessage("A vehicle's brand must be one line of at most 50 characters");
        }
    }

    @Nested
    class TransferringAVehicle {

        @Test
        void tellsBothOwners() {
            vehicle.given(registered("Volvo", ANNA))
                    .when(transfer(BART))
                    .expectEvents(new VehicleTransferred("KN-16-RS", ANNA, BART));
        }

        @Test
        void isPossibleBackAgain() {
            vehicle.given(registered("Volvo", ANNA), new VehicleTransferred("KN-16-RS", ANNA, BART))
                    .when(transfer(ANNA))
                    .expectEvents(new VehicleTransferred("KN-16-RS", BART, ANNA));
        }

        @Test
        void isNothingNewForItsOwner() {
            vehicle.given(registered("Volvo", ANNA))
                    .when(transfer(ANNA))
                    .expectNoEvents()
                    .expectSuccessfulHandlerExecution();
        }

        @Test
        void isRefusedAfterItLeft() {
            vehicle.given(registered("Volvo", ANNA), unregistered(""))
                    .when(transfer(BART))
                    .expectNoEvents()
                    .expectException(RuleViolatedException.class)
                    .expectExceptionMessage("Vehicle KN-16-RS is not registered any more");
        }

        @Test
        void isRefusedForAVehicleThatNeverCame() {
            vehicle.givenNoPriorActivity()
                    .when(transfer(BART))
                    .expectNoEvents()
                    .expectException(AggregateNotFoundException.class);
        }
    }

    @Nested
    class UnregisteringAVehicle {

        @Test
        void tellsTheReason() {
            vehicle.given(registered("Volvo", ANNA))
                    .when(unregister("Scrapped"))
                    .expectEvents(unregistered("Scrapped"));
        }

        @Test
        void isNothingNewTheSecondTimeWhateverTheReason() {
            vehicle.given(registered("Volvo", ANNA), unregistered("Scrapped"))
                    .when(unregister("Exported"))
                    .expectNoEvents()
                    .expectSuccessfulHandlerExecution();
        }

        @Test
        void isRefusedForAVehicleThatNeverCame() {
            vehicle.givenNoPriorActivity()
                    .when(unregister(""))
                    .expectNoEvents()
                    .expectException(AggregateNotFoundException.class);
        }

        @Test
        void isRefusedWithAReasonOverItsLimit() {
            assertThatThrownBy(() -> unregister("A".repeat(201))).isInstanceOf(InvalidValueException.class);
        }
    }

    @Nested
    class ImmobilisingAVehicle {

        @Test
        void tellsTheReason() {
            vehicle.given(registered("Volvo", ANNA)).when(immobilise()).expectEvents(immobilised());
        }

        @Test
        void isNothingNewWhileItStandsStill() {
            vehicle.given(registered("Volvo", ANNA), immobilised())
                    .when(immobilise())
                    .expectNoEvents()
                    .expectSuccessfulHandlerExecution();
        }

        @Test
        void isPossibleAgainAfterItWasReleasedOrCameBack() {
            vehicle.given(registered("Volvo", ANNA), immobilised(), released())
                    .when(immobilise())
                    .expectEvents(immobilised());
            vehicle.given(registered("Volvo", ANNA), immobilised(), unregistered(""), registered("Volvo", BART))
                    .when(immobilise())
                    .expectEvents(immobilised());
        }

        @Test
        void isRefusedAfterItLeft() {
            vehicle.given(registered("Volvo", ANNA), unregistered(""))
                    .when(immobilise())
                    .expectNoEvents()
                    .expectException(RuleViolatedException.class);
        }

        @Test
        void isRefusedWithoutAReason() {
            assertThatThrownBy(() -> new ImmobiliseVehicle(kn16rs(), " ")).isInstanceOf(InvalidValueException.class);
        }
    }

    @Nested
    class ReleasingAVehicle {

        @Test
        void letsItDriveAgain() {
            vehicle.given(registered("Volvo", ANNA), immobilised())
                    .when(release())
                    .expectEvents(released());
        }

        @Test
        void isNothingNewForOneThatMayDrive() {
            vehicle.given(registered("Volvo", ANNA), immobilised(), released())
                    .when(release())
                    .expectNoEvents()
                    .expectSuccessfulHandlerExecution();
        }

        @Test
        void isRefusedForAVehicleThatNeverCame() {
            vehicle.givenNoPriorActivity()
                    .when(release())
                    .expectNoEvents()
                    .expectException(AggregateNotFoundException.class);
        }

        @Test
        void isRefusedWithAReasonOverItsLimit() {
            assertThatThrownBy(() -> new ReleaseVehicle(kn16rs(), "A".repeat(501)))
                    .isInstanceOf(InvalidValueException.class);
        }
    }

    @Nested
    class ASnapshot {

        @Test
        void holdsAllThatIsKnown() {
            var sold = new Vehicle();
            sold.on(registered("Volvo", ANNA));
            sold.on(new VehicleTransferred("KN-16-RS", ANNA, BART));
            sold.on(immobilised());

            var snapshot = Serializers.snapshots().serialize(sold, String.class);

            assertThat(Serializers.snapshots().<String, Vehicle>deserialize(snapshot))
                    .usingRecursiveComparison()
                    .isEqualTo(sold);
        }
    }

    private static VehicleId kn16rs() {
        return new VehicleId(new LicenseNumber("KN-16-RS"));
    }

    private static RegisterVehicle register(String brand, UUID owner) {
        return new RegisterVehicle(kn16rs(), brand, "V70", new CustomerId(owner));
    }

    private static VehicleRegistered registered(String brand, UUID owner) {
        return new VehicleRegistered("KN-16-RS", brand, "V70", owner);
    }

    private static TransferVehicle transfer(UUID newOwner) {
        return new TransferVehicle(kn16rs(), new CustomerId(newOwner));
    }

    private static UnregisterVehicle unregister(String reason) {
        return new UnregisterVehicle(kn16rs(), reason);
    }

    private static VehicleUnregistered unregistered(String reason) {
        return new VehicleUnregistered("KN-16-RS", reason);
    }

    private static ImmobiliseVehicle immobilise() {
        return new ImmobiliseVehicle(kn16rs(), "The brakes fail");
    }

    private static VehicleImmobilised immobilised() {
        return new VehicleImmobilised("KN-16-RS", "The brakes fail");
    }

    private static ReleaseVehicle release() {
        return new ReleaseVehicle(kn16rs(), "Repaired");
    }

    private static VehicleReleased released() {
        return new VehicleReleased("KN-16-RS", "Repaired");
    }
}
