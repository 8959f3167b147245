package com.pitstop.process.signals;

import java.util.Locale;
import java.util.UUID;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.messaging.Reactions;
import com.pitstop.chassis.processing.InOrder;
import com.pitstop.process.definition.Definitions;
import com.pitstop.process.definition.ProcessDefinition;
import com.pitstop.process.domain.CallOffRoutingSlip;
import com.pitstop.process.domain.RoutingSlipId;
import com.pitstop.process.vehicles.VehicleOwners;
import com.pitstop.shared.process.RoutingSlipCancelled;
import com.pitstop.shared.process.RoutingSlipCompensated;
import com.pitstop.shared.process.RoutingSlipCompleted;
import com.pitstop.shared.process.RoutingSlipResolved;
import com.pitstop.shared.process.RoutingSlipStarted;
import com.pitstop.shared.process.RoutingSlipTerminated;
import com.pitstop.shared.vehicle.VehicleTransferred;
import com.pitstop.shared.vehicle.VehicleUnregistered;

/**
 * What is done for the owner of a vehicle ends when the vehicle changes hands or leaves. All events are handled in the order
 * they were stored: either the slip is known when it happens, or it had happened when the slip began. In a replay nothing is
 * called off that does not go on.
 */
@Component
@ProcessingGroup("process-signals")
@InOrder
class WhenVehicleIsSoldThenCallOff {

    private static final String VEHICLE_SOLD = "vehicle-sold";

    private final ExpectationRepository expectations;
    private final Definitions definitions;
    private final VehicleOwners owners;
    private final SlipsUnderWay underWay;
    private final Reactions reactions;

    WhenVehicleIsSoldThenCallOff(
            ExpectationRepository expectations,
            Definitions definitions,
            VehicleOwners owners,
            SlipsUnderWay underWay,
            Reactions reactions) {
        this.expectations = expectations;
        this.definitions = definitions;
        this.owners = owners;
        this.underWay = underWay;
        this.reactions = reactions;
    }

    @EventHandler
    void on(RoutingSlipStarted event) {
        if (definitions
                .find(event.process(), event.version())
                .filter(ProcessDefinition::isCalledOffWhenVehicleIsSold)
                .isPresent()) {
            var vehicle = variable(event, "licenseNumber").toUpperCase(Locale.ROOT);
            var customer = variable(event, "customerId");
            if (isOwner(customer, vehicle)) {
                watch(event.trackingNumber(), vehicle);
            } else {
                callOff(event.trackingNumber(), "Vehicle %s is not theirs".formatted(vehicle));
            }
        }
    }

    @EventHandler
    void on(VehicleTransferred event) {
        gone(event.licenseNumber(), "Vehicle %s was sold".formatted(event.licenseNumber()));
    }

    @EventHandler
    void on(VehicleUnregistered event) {
        gone(event.licenseNumber(), "Vehicle %s left the garage".formatted(event.licenseNumber()));
    }

    @EventHandler
    void on(RoutingSlipCompleted event) {
        forget(event.trackingNumber());
    }

    @EventHandler
    void on(RoutingSlipTerminated event) {
        forget(event.trackingNumber());
    }

    @EventHandler
    void on(RoutingSlipCompensated event) {
        forget(event.trackingNumber());
    }

    @EventHandler
    void on(RoutingSlipCancelled event) {
        forget(event.trackingNumber());
    }

    @EventHandler
    void on(RoutingSlipResolved event) {
        forget(event.trackingNumber());
    }

    private static String variable(RoutingSlipStarted event, String name) {
        return String.valueOf(event.variables().get(name));
    }

    private boolean isOwner(String customer, String vehicle) {
        return owners.of(vehicle)
                .filter(owner -> owner.toString().equals(customer))
                .isPresent();
    }

    private void watch(UUID trackingNumber, String vehicle) {
        var watched = new ExpectationView(trackingNumber, new Expectation(VEHICLE_SOLD, vehicle));
        if (expectations.findById(watched.getId()).isEmpty()) {
            expectations.save(watched).stored();
        }
    }

    private void forget(UUID trackingNumber) {
        expectations.deleteAll(expectations.findByTrackingNumberAndSignal(trackingNumber, VEHICLE_SOLD));
    }

    private void gone(String vehicle, String reason) {
        expectations.findBySignalAndSubject(VEHICLE_SOLD, vehicle).forEach(watched -> {
            callOff(watched.trackingNumber(), reason);
            expectations.delete(watched);
        });
    }

    /** A slip that has ended since a moment, or is being undone, refuses to hear. */
    private void callOff(UUID trackingNumber, String reason) {
        if (underWay.include(trackingNumber)) {
            reactions.sendUnlessRefused(new CallOffRoutingSlip(new RoutingSlipId(trackingNumber), reason));
        }
    }
}
