package com.pitstop.customer.registry;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import com.pitstop.customer.CustomerManagement;
import com.pitstop.shared.customer.ContactDetailsChanged;
import com.pitstop.shared.customer.CustomerDeactivated;
import com.pitstop.shared.customer.CustomerId;
import com.pitstop.shared.customer.CustomerRegistered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** The registry on the real migrations, as events fill it and queries read it. */
@ParameterizedClass(name = "on {0}")
@EnumSource
class CustomerRegistryTest {

    enum Database {
        H2,
        POSTGRESQL;

        Map<String, Object> settings() {
            return this == H2 ? TestDatabases.h2() : TestDatabases.postgres();
        }
    }

    private static ConfigurableApplicationContext service;

    @Parameter
    Database database;

    private final UUID anna = UUID.randomUUID();

    @BeforeParameterizedClassInvocation
    static void start(Database database) {
        service = new SpringApplicationBuilder(CustomerManagement.class)
                .properties(Map.of("spring.application.name", "customer-management"))
                .run(arguments(database.settings()));
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        service.close();
    }

    @Test
    void showsACustomerAsLastChanged() {
        happened(anna, 0, registered(anna, "Anna Jansen"));
        happened(anna, 1, changed(anna, "Anna Smit"));

        awaitShown(new Customer(anna, "Anna Smit", "Kade 2", "1234 AB", "Utrecht", "06-1", "anna@example.org", true));
    }

    @Test
    void keepsShowingACustomerWhoLeft() {
        happened(anna, 0, registered(anna, "Anna Jansen"));
        happened(anna, 1, new CustomerDeactivated(anna, "Moved away"));

        awaitShown(customer(anna, "Anna Jansen", false));
    }

    @Test
    void doesNotKnowAStranger() {
        assertThat(find(UUID.randomUUID())).isEmpty();
    }

    @Test
    void isNotMovedByEventsItHasSeen() {
        handled(on -> on.on(registered(anna, "Anna Jansen"), 0));
        handled(on -> on.on(new CustomerDeactivated(anna, ""), 1));

        handled(on -> on.on(registered(anna, "Anna Jansen"), 0));
        handled(on -> on.on(changed(anna, "Anna Smit"), 1));

        assertThat(find(anna)).contains(customer(anna, "Anna Jansen", false));
    }

    @Test
    void refusesWhatHappenedToSomebodyItDoesNotKnow() {
        assertThatThrownBy(() -> handled(on -> on.on(changed(anna, "Anna Smit"), 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Customer %s changed but is not in the registry".formatted(anna));
    }

    @Test
    void findsTextsInAnyCaseAndAnyDetail() {
        var town = "Ødeborg " + anna;
        happened(anna, 0, new CustomerRegistered(anna, "Anna", "Kade 2", "1", town, "06-1", "anna@example.org"));
        awaitShown(new Customer(anna, "Anna", "Kade 2", "1", town, "06-1", "anna@example.org", true));

        assertThat(namesFor("øDEBORG " + anna)).containsExactly("Anna");
        assertThat(namesFor("ødeborg?" + anna)).isEmpty();
    }

    @Test
    void takesWildcardsForWhatTheyAre() {
        var bart = UUID.randomUUID();
        happened(anna, 0, registered(anna, "100%_\\ " + anna));
        happened(bart, 0, registered(bart, "100 percent " + anna));
        awaitShown(customer(anna, "100%_\\ " + anna, true));
        awaitShown(customer(bart, "100 percent " + anna, true));

        assertThat(namesFor("100%" + "_\\ " + anna)).containsExactly("100%_\\ " + anna);
        assertThat(namesFor("1%0 percent " + anna)).isEmpty();
        assertThat(namesFor("1_0 percent " + anna)).isEmpty();
    }

    @Test
    void dividesCustomersIntoPagesByName() {
        for (var name : List.of("Cees", "Anna", "Bart")) {
            var id = UUID.randomUUID();
            happened(id, 0, registered(id, name + " " + anna));
            awaitShown(customer(id, name + " " + anna, true));
        }

        var last = list(anna.toString(), 1, 2);

        assertThat(list(anna.toString(), 0, 2).items())
                .extracting(Customer::name)
                .containsExactly("Anna " + anna, "Bart " + anna);
        assertThat(last.items()).extracting(Customer::name).containsExactly("Cees " + anna);
        assertThat(last)
                .extracting(CustomerPage::page, CustomerPage::size, CustomerPage::totalItems, CustomerPage::totalPages)
                .containsExactly(1, 2, 3L, 2);
    }

    @Test
    void isTheSameAfterItWasRebuilt() {
        happened(anna, 0, registered(anna, "Anna Jansen"));
        happened(anna, 1, changed(anna, "Anna Smit"));
        happened(anna, 2, new CustomerDeactivated(anna, ""));
        var left = new Customer(anna, "Anna Smit", "Kade 2", "1234 AB", "Utrecht", "06-1", "anna@example.org", false);
        awaitShown(left);
        handled(on -> on.reset());

        rebuild();

        awaitShown(left);
    }

    private static void rebuild() {
        var processor = service.getBean(EventProcessingConfiguration.class)
                .eventProcessorByProcessingGroup("customer-registry", StreamingEventProcessor.class)
                .orElseThrow();
        processor.shutDown();
        processor.resetTokens();
        processor.start();
    }

    private static void happened(UUID customerId, long sequenceNumber, Object event) {
        var stream = new CustomerId(customerId).toString();
        service.getBean(EventStore.class)
                .publish(new GenericDomainEventMessage<>("Customer", stream, sequenceNumber, event));
    }

    private static void handled(Consumer<CustomerProjection> event) {
        new TransactionTemplate(service.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(transaction -> event.accept(service.getBean(CustomerProjection.class)));
    }

    private static void awaitShown(Customer expected) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(find(expected.customerId())).contains(expected));
    }

    private static Optional<Customer> find(UUID customerId) {
        return service.getBean(QueryGateway.class)
                .query(new FindCustomer(customerId), ResponseTypes.optionalInstanceOf(Customer.class))
                .join();
    }

    private static List<String> namesFor(String query) {
        return list(query, 0, 20).items().stream().map(Customer::name).toList();
    }

    private static CustomerPage list(String query, int page, int size) {
        return service.getBean(QueryGateway.class)
                .query(new ListCustomers(query, page, size), CustomerPage.class)
                .join();
    }

    private static Customer customer(UUID id, String name, boolean active) {
        return new Customer(id, name, "Dorpsstraat 1", "1234 AB", "Utrecht", "06-1", "anna@example.org", active);
    }

    private static CustomerRegistered registered(UUID id, String name) {
        return new CustomerRegistered(id, name, "Dorpsstraat 1", "1234 AB", "Utrecht", "06-1", "anna@example.org");
    }

    private static ContactDetailsChanged changed(UUID id, String name) {
        return new ContactDetailsChanged(id, name, "Kade 2", "1234 AB", "Utrecht", "06-1", "anna@example.org");
    }

    private static String[] arguments(Map<String, Object> settings) {
        return settings.entrySet().stream()
                .map(setting -> "--%s=%s".formatted(setting.getKey(), setting.getValue()))
                .toArray(String[]::new);
    }
}
