package com.pitstop.process.signals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import com.pitstop.chassis.processing.Positions;
import com.pitstop.chassis.test.TestDatabases;
import com.pitstop.process.ProcessManagement;
import com.pitstop.process.definition.Definitions;
import com.pitstop.process.domain.CancelRoutingSlip;
import com.pitstop.process.domain.RoutingSlipId;
import com.pitstop.process.domain.StartRoutingSlip;
import com.pitstop.shared.process.RoutingSlipCalledOff;
import com.pitstop.shared.process.RoutingSlipTerminated;
import com.pitstop.shared.process.SignalAwaited;
import com.pitstop.shared.vehicle.VehicleRegistered;
import com.pitstop.shared.vehicle.VehicleTransferred;
import com.pitstop.shared.vehicle.VehicleUnregistered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What is done for the owner of a vehicle ends when that is sold. Here inspections wait for their year to pass. */
class SoldVehiclesTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger(100);

    private static ConfigurableApplicationContext service;
    private static EventStore events;

    private final String vehicle = "KN-%d-RS".formatted(NUMBERS.incrementAndGet());
    private final UUID anna = UUID.randomUUID();
    private final UUID bart = UUID.randomUUID();
    private int happened;

    @BeforeAll
    static void start() {
        service = new SpringApplicationBuilder(ProcessManagement.class)
                .properties(Map.of("spring.application.name", "process-management"))
                .run(TestDatabases.arguments(TestDatabases.h2()));
        events = service.getBean(EventStore.class);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void endsWhenTheVehicleChangesHands() {
        registered();
        var slip = inspection(anna);
        awaitRow(slip, 1);

        happened(new VehicleTransferred(vehicle, anna, bart));

        awaitEnd(slip, "Vehicle %s was sold".formatted(vehicle));
        awaitRow(slip, 0);
    }

    @Test
    void endsWhenTheVehicleLeavesTheGarage() {
        registered();
        var slip = inspection(anna);
        awaitRow(slip, 1);

        happened(new VehicleUnregistered(vehicle, "Scrapped"));

        awaitEnd(slip, "Vehicle %s left the garage".formatted(vehicle));
    }

    @Test
    void endsAtOnceWhenTheVehicleWasSoldBefore() {
        registered();
        happened(new VehicleTransferred(vehicle, anna, bart));

        awaitEnd(inspection(anna), "Vehicle %s is not theirs".formatted(vehicle));
    }

    @Test
    void goesOnWhenAnotherVehicleIsSold() {
        registered();
        var slip = inspection(anna);
        events.publish(new GenericDomainEventMessage<>(
                "Vehicle", "vehicle:X-1-X" + vehicle, 0, new VehicleTransferred("X-1-X", anna, bart)));
        awaitHandled();

        assertThat(happenedTo(slip)).noneMatch(RoutingSlipCalledOff.class::isInstance);
        awaitRow(slip, 1);
    }

    @Test
    void isForgottenWhenItEndsOtherwise() {
        registered();
        var slip = inspection(anna);
        awaitRow(slip, 1);

        service.getBean(CommandGateway.class).sendAndWait(new CancelRoutingSlip(new RoutingSlipId(slip), "Enough"));

        awaitRow(slip, 0);
    }

    @Test
    void isWatchedAsBeforeAfterAReplayThatAsksForNothing() {
        registered();
        var sold = inspection(anna);
        awaitRow(sold, 1);
        happened(new VehicleTransferred(vehicle, anna, bart));
        awaitEnd(sold, "Vehicle %s was sold".formatted(vehicle));
        var running = inspection(bart);
        awaitRow(running, 1);
        awaitHandled();
        var before = rows();
        var head = service.getBean(Positions.class).head();

        var processor = processor();
        processor.shutDown();
        processor.resetTokens();
        processor.start();
        awaitHandled();

        assertThat(rows()).isEqualTo(before);
        assertThat(service.getBean(Positions.class).head()).isEqualTo(head);
    }

    private UUID inspection(UUID customer) {
        var slip = UUID.randomUUID();
        Map<String, Object> variables =
                Map.of("customerId", customer.toString(), "licenseNumber", vehicle, "again", true);
        var definition = service.getBean(Definitions.class).newest("periodic-inspection");
        service.getBean(CommandGateway.class)
                .sendAndWait(new StartRoutingSlip(
                        new RoutingSlipId(slip),
                        definition.name(),
                        definition.version(),
                        definition.itinerary(variables),
                        variables));
        awaitWaiting(slip);
        return slip;
    }

    private void registered() {
        happened(new VehicleRegistered(vehicle, "Volvo", "V60", anna));
    }

    private void happened(Object event) {
        events.publish(new GenericDomainEventMessage<>("Vehicle", "vehicle:" + vehicle, happened++, event));
    }

    /** Until process management has answered itself, so that nothing is under way. */
    private static void awaitWaiting(UUID slip) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> happenedTo(slip).stream()
                        .anyMatch(event -> event instanceof SignalAwaited || event instanceof RoutingSlipTerminated));
    }

    private static void awaitEnd(UUID slip, String reason) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(happenedTo(slip))
                        .contains(new RoutingSlipCalledOff(slip, reason), new RoutingSlipTerminated(slip, reason)));
    }

    private static void awaitRow(UUID slip, int number) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(rows())
                        .filteredOn(row -> row.get("tracking_number").equals(slip))
                        .hasSize(number));
    }

    private static List<Map<String, Object>> rows() {
        return service.getBean(JdbcTemplate.class)
                .queryForList("select * from process.expectation order by tracking_number");
    }

    private static List<Object> happenedTo(UUID slip) {
        return events.readEvents(new RoutingSlipId(slip).toString(), 0)
                .asStream()
                .<Object>map(EventMessage::getPayload)
                .toList();
    }

    private static StreamingEventProcessor processor() {
        return service.getBean(EventProcessingConfiguration.class)
                .eventProcessorByProcessingGroup("process-signals", StreamingEventProcessor.class)
                .orElseThrow();
    }

    private static void awaitHandled() {
        var positions = service.getBean(Positions.class);
        var head = positions.head();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(positions.of("process-signals"))
                        .isNotEmpty()
                        .allSatisfy(segment -> assertThat(segment.position()).isGreaterThanOrEqualTo(head)));
    }
}
