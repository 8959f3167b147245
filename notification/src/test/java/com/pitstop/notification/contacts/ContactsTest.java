package com.pitstop.notification.contacts;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.pitstop.chassis.test.GarageClock;
import com.pitstop.chassis.test.TestDatabases;
import com.pitstop.notification.History;
import com.pitstop.notification.Service;
import com.pitstop.shared.NotFoundException;
import com.pitstop.shared.notification.ContactPreferencesReset;
import com.pitstop.shared.notification.ContactPreferencesSet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** What notification knows of customers and their wishes, on every database the garage runs on. */
@ParameterizedClass
@EnumSource
class ContactsTest {

    enum Database {
        H2,
        POSTGRESQL;

        Map<String, Object> settings() {
            return this == H2 ? TestDatabases.h2() : TestDatabases.postgres();
        }
    }

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final GarageClock CLOCK = new GarageClock("2026-11-23T08:00");

    private static ConfigurableApplicationContext service;
    private static History garage;
    private static Contacts contacts;

    ContactsTest(Database database) {
        assertThat(database).isNotNull();
    }

    @BeforeParameterizedClassInvocation
    static void start(Database database) {
        service = Service.start(CLOCK, database.settings());
        garage = new History(service, CLOCK);
        contacts = service.getBean(Contacts.class);
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        service.close();
    }

    @Test
    void areTheNewestDetailsAndWishes() {
        var anna = garage.registeredCustomer("Anna");
        garage.wished(anna, 0, "nl", "REMINDER");
        garage.changedAddress(anna, 1, "Anna Smit", "smit@example.org");
        garage.wished(anna, 1, "nl");
        garage.wishesNothing(anna, 2);
        garage.wished(anna, 3, "nl", "INVOICE", "REMINDER");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(contacts.find(anna)).hasValueSatisfying(contact -> {
                    assertThat(contact.name()).isEqualTo("Anna Smit");
                    assertThat(contact.emailAddress()).isEqualTo("smit@example.org");
                    assertThat(contact.kinds()).containsExactlyInAnyOrder("INVOICE", "REMINDER");
                }));
    }

    @Test
    void areNotMovedByEventsTheyHaveSeen() {
        var bart = garage.registeredCustomer("Bart");
        garage.changedAddress(bart, 1, "Bart Smit", "smit@example.org");
        garage.wished(bart, 0, "nl", "REMINDER");
        garage.wishesNothing(bart, 1);
        garage.wished(bart, 2, "nl", "INVOICE");
        await().atMost(SOON)
                .until(() -> contacts.find(bart)
                        .filter(contact -> contact.kinds().equals(Set.of("INVOICE")))
                        .isPresent());
        var before = rows();

        new TransactionTemplate(service.getBean(PlatformTransactionManager.class)).executeWithoutResult(transaction -> {
            var customers = service.getBean(CustomerProjection.class);
            customers.on(History.registered(bart, "B", "b@example.org"), 0);
            customers.on(History.changed(bart, "B", "b@example.org"), 1);
            var preferences = service.getBean(PreferencesProjection.class);
            preferences.on(new ContactPreferencesSet(bart, "en", List.of(), true, true, true), 0);
            preferences.on(new ContactPreferencesReset(bart), 1);
        });

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void areKnownWhileTheyAreBeingRebuilt() {
        var cees = garage.registeredCustomer("Cees");
        await().atMost(SOON).until(() -> contacts.find(cees).isPresent());
        var processor = service.getBean(EventProcessingConfiguration.class)
                .eventProcessor("notification", StreamingEventProcessor.class)
                .orElseThrow();
        processor.shutDown();
        processor.resetTokens();
        try {
            assertThat(contacts.find(cees)).isEmpty();
            contacts.require(cees);
            assertThatThrownBy(() -> contacts.require(UUID.randomUUID())).isInstanceOf(NotFoundException.class);
        } finally {
            processor.start();
        }
        await().atMost(SOON).until(() -> contacts.find(cees).isPresent());
    }

    private static List<Map<String, Object>> rows() {
        return List.of("customer", "preferences").stream()
                .flatMap(table ->
                        garage
                                .database()
                                .queryForList("select * from notification.%s order by 1".formatted(table))
                                .stream())
                .toList();
    }
}
