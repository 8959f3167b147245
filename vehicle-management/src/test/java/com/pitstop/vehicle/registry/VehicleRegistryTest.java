package com.pitstop.vehicle.registry;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.pitstop.chassis.test.TestDatabases;
import com.pitstop.shared.vehicle.VehicleImmobilised;
import com.pitstop.shared.vehicle.VehicleRegistered;
import com.pitstop.shared.vehicle.VehicleReleased;
import com.pitstop.shared.vehicle.VehicleTransferred;
import com.pitstop.shared.vehicle.VehicleUnregistered;
import com.pitstop.vehicle.VehicleManagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** The registry on the real migrations, as events fill it and queries read it. */
@ParameterizedClass(name = "on {0}")
@EnumSource
class VehicleRegistryTest {

    enum Database {
        H2,
        POSTGRESQL;

        Map<String, Object> settings() {
            return this == H2 ? TestDatabases.h2() : TestDatabases.postgres();
        }
    }

    private static final AtomicInteger NUMBERS = new AtomicInteger(100);

    private static ConfigurableApplicationContext service;

    @Parameter
    Database database;

    private final String number = "KN-%d-RS".formatted(NUMBERS.incrementAndGet());
    private final UUID anna = UUID.randomUUID();
    private final UUID bart = UUID.randomUUID();

    @BeforeParameterizedClassInvocation
    static void start(Database database) {
        service = new SpringApplicationBuilder(VehicleManagement.class)
                .properties(Map.of("spring.application.name", "vehicle-management"))
                .run(arguments(database.settings()));
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        service.close();
    }

    @Test
    void showsAVehicleWithItsLatestOwner() {
        happened(number, 0, registered(number, "Volvo", anna));
        happened(number, 1, new VehicleTransferred(number, anna, bart));

        awaitShown(new Vehicle(number, "Volvo", "V70", bart, true, false));
    }

    @Test
    void keepsShowingAVehicleThatLeft() {
        happened(number, 0, registered(number, "Volvo", anna));
        happened(number, 1, new VehicleUnregistered(number, "Scrapped"));

        awaitShown(new Vehicle(number, "Volvo", "V70", anna, false, false));
    }

    @Test
    void showsAVehicleThatCameBackAsItCameBack() {
        happened(number, 0, registered(number, "Volvo", anna));
        happened(number, 1, new VehicleUnregistered(number, "Sold"));
        happened(number, 2, registered(number, "Saab", bart));

        awaitShown(new Vehicle(number, "Saab", "V70", bart, true, false));
        assertThat(list("saab", bart, 0, 20).totalItems()).isEqualTo(1);
    }

    @Test
    void showsWhetherAVehicleMayBeDriven() {
        happened(number, 0, registered(number, "Volvo", anna));
        happened(number, 1, new VehicleImmobilised(number, "The brakes fail"));
        awaitShown(new Vehicle(number, "Volvo", "V70", anna, true, true));

        happened(number, 2, new VehicleReleased(number, ""));
        awaitShown(new Vehicle(number, "Volvo", "V70", anna, true, false));
    }

    @Test
    void doesNotKnowAVehicleThatNeverCame() {
        assertThat(find("X-0-X")).isEmpty();
    }

    @Test
    void isNotMovedByEventsItHasSeen() {
        handled(on -> on.on(registered(number, "Volvo", anna), 0));
        handled(on -> on.on(new VehicleUnregistered(number, ""), 1));
        handled(on -> on.on(registered(number, "Saab", bart), 2));

        handled(on -> on.on(registered(number, "Volvo", anna), 0));
        handled(on -> on.on(new VehicleUnregistered(number, ""), 1));
        handled(on -> on.on(new VehicleTransferred(number, bart, anna), 1));
        handled(on -> on.on(registered(number, "Opel", anna), 2));

        assertThat(find(number)).contains(new Vehicle(number, "Saab", "V70", bart, true, false));
    }

    @Test
    void refusesWhatHappenedToAVehicleItDoesNotKnow() {
        assertThatThrownBy(() -> handled(on -> on.on(new VehicleUnregistered(number, ""), 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Vehicle %s changed but is not in the registry".formatted(number));
    }

    @Test
    void takesWildcardsForWhatTheyAre() {
        happened(number, 0, registered(number, "100%_\\ Öpel", anna));
        awaitShown(new Vehicle(number, "100%_\\ Öpel", "V70", anna, true, false));

        assertThat(list("%_\\ öPEL", anna, 0, 20).totalItems()).isEqualTo(1);
        assertThat(list("1%l", anna, 0, 20).totalItems()).isZero();
        assertThat(list("1_0", anna, 0, 20).totalItems()).isZero();
    }

    @Test
    void listsAnOwnersVehiclesInPagesByLicenseNumber() {
        var others = List.of(number + "2", number + "0", number + "1");
        others.forEach(other -> happened(other, 0, registered(other, "Volvo", anna)));
        others.forEach(other -> awaitShown(new Vehicle(other, "Volvo", "V70", anna, true, false)));

        assertThat(list("", anna, 0, 2).items())
                .extracting(Vehicle::licenseNumber)
                .containsExactly(number + "0", number + "1");
        assertThat(list("", anna, 1, 2))
                .extracting(VehiclePage::page, VehiclePage::size, VehiclePage::totalItems, VehiclePage::totalPages)
                .containsExactly(1, 2, 3L, 2);
        assertThat(list("volvo", bart, 0, 2).items()).isEmpty();
        assertThat(list(number, null, 0, 20).totalItems()).isEqualTo(3);
    }

    @Test
    void isTheSameAfterItWasRebuilt() {
        happened(number, 0, registered(number, "Volvo", anna));
        happened(number, 1, new VehicleTransferred(number, anna, bart));
        happened(number, 2, new VehicleUnregistered(number, ""));
        happened(number, 3, registered(number, "Saab", anna));
        happened(number, 4, new VehicleImmobilised(number, "The brakes fail"));
        awaitShown(new Vehicle(number, "Saab", "V70", anna, true, true));
        handled(on -> on.reset());

        rebuild();

        awaitShown(new Vehicle(number, "Saab", "V70", anna, true, true));
    }

    private static void rebuild() {
        var processor = service.getBean(EventProcessingConfiguration.class)
                .eventProcessorByProcessingGroup("vehicle-registry", StreamingEventProcessor.class)
                .orElseThrow();
        processor.shutDown();
        processor.resetTokens();
        processor.start();
    }

    private static void happened(String licenseNumber, long sequenceNumber, Object event) {
        var stream = "vehicle:" + licenseNumber;
        service.getBean(EventStore.class)
                .publish(new GenericDomainEventMessage<>("Vehicle", stream, sequenceNumber, event));
    }

    private static void handled(Consumer<VehicleProjection> event) {
        new TransactionTemplate(service.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(transaction -> event.accept(service.getBean(VehicleProjection.class)));
    }

    private static void awaitShown(Vehicle expected) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(find(expected.licenseNumber())).contains(expected));
    }

    private static Optional<Vehicle> find(String licenseNumber) {
        return service.getBean(QueryGateway.class)
                .query(new FindVehicle(licenseNumber), ResponseTypes.optionalInstanceOf(Vehicle.class))
                .join();
    }

    private static VehiclePage list(String query, UUID ownerId, int page, int size) {
        return service.getBean(QueryGateway.class)
                .query(new ListVehicles(query, ownerId, page, size), VehiclePage.class)
                .join();
    }

    private static VehicleRegistered registered(String licenseNumber, String brand, UUID ownerId) {
        return new VehicleRegistered(licenseNumber, brand, "V70", ownerId);
    }

    private static String[] arguments(Map<String, Object> settings) {
        return settings.entrySet().stream()
                .map(setting -> "--%s=%s".formatted(setting.getKey(), setting.getValue()))
                .toArray(String[]::new);
    }
}
