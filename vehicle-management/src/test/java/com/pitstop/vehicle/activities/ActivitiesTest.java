package com.pitstop.vehicle.activities;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import com.pitstop.chassis.test.PaperSlip;
import com.pitstop.chassis.test.PaperSlip.PaperStep;
import com.pitstop.chassis.test.TestDatabases;
import com.pitstop.shared.customer.CustomerId;
import com.pitstop.shared.process.StepAnswered;
import com.pitstop.shared.vehicle.LicenseNumber;
import com.pitstop.shared.vehicle.VehicleImmobilised;
import com.pitstop.shared.vehicle.VehicleRegistered;
import com.pitstop.shared.vehicle.VehicleReleased;
import com.pitstop.shared.vehicle.VehicleUnregistered;
import com.pitstop.vehicle.VehicleManagement;
import com.pitstop.vehicle.domain.ImmobiliseVehicle;
import com.pitstop.vehicle.domain.RegisterVehicle;
import com.pitstop.vehicle.domain.UnregisterVehicle;
import com.pitstop.vehicle.domain.VehicleId;

import static org.assertj.core.api.Assertions.assertThat;

/** What vehicle management does for routing slips, and what it answers. */
class ActivitiesTest {

    private static ConfigurableApplicationContext service;
    private static EventStore events;
    private static CommandGateway commands;

    private final PaperSlip slip = new PaperSlip(events, "vehicle");
    private static final AtomicInteger NUMBERS = new AtomicInteger(100);

    private final UUID anna = UUID.randomUUID();
    private final String number = "KN-%d-RS".formatted(NUMBERS.incrementAndGet());
    private final VehicleId vehicle = new VehicleId(new LicenseNumber(number));
    private final PaperStep register = slip.step(
            "register-vehicle",
            Map.of("licenseNumber", number, "brand", "Volvo", "type", "V60", "ownerId", anna.toString()));

    private final PaperStep immobilise =
            slip.step("immobilise-vehicle", Map.of("licenseNumber", number, "reason", "The brakes fail"));

    @BeforeAll
    static void start() {
        service = new SpringApplicationBuilder(VehicleManagement.class)
                .properties(Map.of("spring.application.name", "vehicle-management"))
                .run(TestDatabases.arguments(TestDatabases.h2()));
        events = service.getBean(EventStore.class);
        commands = service.getBean(CommandGateway.class);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void registersAVehicleOnceHoweverOftenItIsAskedTo() {
        var answer = register.performed();

        assertThat(answer.outcome()).isEqualTo("COMPLETED");
        assertThat(answer.data()).isEqualTo(Map.of("licenseNumber", number));
        assertThat(register.performed().data()).isEqualTo(answer.data());
        assertThat(happenedTo(vehicle)).containsExactly(new VehicleRegistered(number, "Volvo", "V60", anna));
    }

    @Test
    void isContentWithAVehicleThatItsOwnerRegisteredBefore() {
        registeredBefore(anna);

        var answer = register.performed();

        assertThat(answer.outcome()).isEqualTo("COMPLETED");
        assertThat(answer.data()).isEqualTo(Map.of("licenseNumber", number, "alreadyExists", true));
        assertThat(register.outcome().data()).isEqualTo(answer.data());
        assertThat(happenedTo(vehicle)).hasSize(1);
    }

    @Test
    void refusesAVehicleOfSomebodyElse() {
        registeredBefore(UUID.randomUUID());

        assertRefused(register.performed(), "license-number-free");
        assertThat(register.outcome().outcome()).isEqualTo("NOT_DONE");
    }

    @Test
    void registersAVehicleThatLeftOnceMore() {
        registeredBefore(anna);
        commands.sendAndWait(new UnregisterVehicle(vehicle, "Sold"));

        assertThat(register.performed().data()).isEqualTo(Map.of("licenseNumber", number));
        assertThat(happenedTo(vehicle)).hasSize(3);
    }

    @Test
    void refusesWhatIsNoLicenseNumber() {
        var step = slip.step(
                "register-vehicle",
                Map.of("licenseNumber", "?", "brand", "Volvo", "type", "V60", "ownerId", anna.toString()));

        assertRefused(step.performed(), "license-number");
    }

    @Test
    void undoesWhatItRegistered() {
        var data = register.performed().data();

        assertThat(register.undone(data).data()).containsEntry("found", true);

        assertThat(happenedTo(vehicle)).endsWith(new VehicleUnregistered(number, "onboarding-failed"));
        assertThat(register.undone(data).data()).containsEntry("found", true);
        assertThat(happenedTo(vehicle)).hasSize(2);
    }

    @Test
    void leavesAVehicleThatWasThereBefore() {
        registeredBefore(anna);
        var data = register.performed().data();

        assertThat(register.undone(data).data()).containsEntry("found", false);

        assertThat(happenedTo(vehicle)).hasSize(1);
    }

    @Test
    void saysWhetherItWasDone() {
        assertThat(register.outcome().outcome()).isEqualTo("NOT_DONE");

        register.performed();

        assertThat(register.outcome().data()).isEqualTo(Map.of("licenseNumber", number));
    }

    @Test
    void immobilisesAVehicleOnceHoweverOftenItIsAskedTo() {
        registeredBefore(anna);
        assertThat(immobilise.outcome().outcome()).isEqualTo("NOT_DONE");

        var answer = immobilise.performed();

        assertThat(answer.outcome()).isEqualTo("COMPLETED");
        assertThat(answer.data()).isEqualTo(Map.of("licenseNumber", number));
        assertThat(immobilise.performed().data()).isEqualTo(answer.data());
        assertThat(immobilise.outcome().data()).isEqualTo(answer.data());
        assertThat(happenedTo(vehicle)).hasSize(2).endsWith(new VehicleImmobilised(number, "The brakes fail"));
    }

    @Test
    void releasesWhatItImmobilised() {
        registeredBefore(anna);
        var data = immobilise.performed().data();

        assertThat(immobilise.undone(data).data()).containsEntry("found", true);

        assertThat(happenedTo(vehicle)).endsWith(new VehicleReleased(number, "The card was declined"));
        assertThat(immobilise.undone(data).data()).containsEntry("found", true);
        assertThat(happenedTo(vehicle)).hasSize(3);
    }

    @Test
    void leavesAVehicleImmobilisedThatStoodStillBefore() {
        registeredBefore(anna);
        commands.sendAndWait(new ImmobiliseVehicle(vehicle, "Rust"));

        var answer = immobilise.performed();

        assertThat(answer.data()).isEqualTo(Map.of("licenseNumber", number, "alreadyImmobilised", true));
        assertThat(immobilise.outcome().data()).isEqualTo(answer.data());
        assertThat(immobilise.undone(answer.data()).data()).containsEntry("found", false);
        assertThat(happenedTo(vehicle)).hasSize(2);
    }

    @Test
    void refusesToImmobiliseWhatIsNotRegisteredOrWithoutAReason() {
        assertRefused(immobilise.performed(), "known-vehicle");
        assertRefused(
                slip.step("immobilise-vehicle", Map.of("licenseNumber", number)).performed(), "step-argument");
    }

    private void registeredBefore(UUID owner) {
        commands.sendAndWait(new RegisterVehicle(vehicle, "Volvo", "V60", new CustomerId(owner)));
    }

    private static void assertRefused(StepAnswered answer, String rule) {
        assertThat(answer.outcome()).isEqualTo("REFUSED");
        assertThat(answer.rule()).isEqualTo(rule);
        assertThat(answer.message()).isNotBlank();
    }

    private static List<Object> happenedTo(Object stream) {
        return events.readEvents(stream.toString(), 0)
                .asStream()
                .<Object>map(EventMessage::getPayload)
                .toList();
    }
}
