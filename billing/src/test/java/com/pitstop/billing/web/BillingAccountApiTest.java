package com.pitstop.billing.web;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import com.pitstop.billing.Billing;
import com.pitstop.billing.History;
import com.pitstop.chassis.test.Api;
import com.pitstop.chassis.test.TestDatabases;

import static com.pitstop.chassis.test.Api.assertProblem;
import static com.pitstop.chassis.test.Api.fields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

/** Billing accounts as clients meet them, over HTTP and the real buses. */
@SpringBootTest(classes = Billing.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class BillingAccountApiTest {

    private static final Map<String, Object> OFFICE =
            Map.of("address", "Kade 2", "postalCode", "4321 ZZ", "city", "Zeist");

    @Autowired
    private ConfigurableApplicationContext service;

    @Autowired
    private EventProcessingConfiguration processing;

    @Value("http://localhost:${local.server.port}")
    private String address;

    private UUID customer;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry settings) {
        TestDatabases.h2().forEach((name, value) -> settings.add(name, () -> value));
    }

    @BeforeEach
    void aCustomer() {
        var garage = new History(service);
        customer = garage.registeredCustomer("Anna");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !garage.database()
                        .queryForList("select 1 from billing.customer where customer_id = ?", customer)
                        .isEmpty());
    }

    @Test
    void areOpenedClosedAndOpenedAgainAndRebuilt() {
        var opened = open(account(
                "plan", "FLEET", "paymentMethod", "INVOICE", "billingAddress", OFFICE, "referralCode", "REF-AB12CD34"));
        assertThat(opened.getStatusCode().value()).isEqualTo(201);
        assertThat(opened.getHeaders().getLocation()).hasToString("/api/billing-accounts/" + customer);
        assertThat(show())
                .containsEntry("status", "OPEN")
                .containsEntry("plan", "FLEET")
                .containsEntry("paymentMethod", "INVOICE")
                .containsEntry("billingAddress", OFFICE)
                .containsEntry("referralCode", "REF-AB12CD34")
                .containsEntry("discountPercent", 20)
                .extractingByKey("trialEndsOn", STRING)
                .matches("\\d{4}-\\d{2}-\\d{2}");

        assertThat(close("Sold the cars").getStatusCode().value()).isEqualTo(204);
        assertThat(close("Again").getStatusCode().value()).isEqualTo(204);
        assertThat(show()).containsEntry("status", "CLOSED").containsEntry("closingReason", "Sold the cars");

        assertThat(open(account()).getStatusCode().value()).isEqualTo(201);
        assertThat(open(account()).getStatusCode().value()).isEqualTo(201);
        var now = show();
        assertThat(now)
                .containsEntry("status", "OPEN")
                .containsEntry("plan", "PAY_AS_YOU_GO")
                .containsEntry("billingAddress", null)
                .containsEntry("trialEndsOn", null)
                .containsEntry("discountPercent", 0)
                .containsEntry("closingReason", null);
        replay();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(show()).isEqualTo(now));
    }

    @Test
    void areRefusedWhileAnotherIsOpen() {
        open(account());

        assertProblem(open(account("plan", "SERVICE_PLAN")), 409, "urn:pitstop:rule:one-open-account");
    }

    @Test
    void areForCustomersOnly() {
        customer = UUID.randomUUID();

        assertProblem(open(account()), 404, "urn:pitstop:rule:known-customer");
        assertProblem(close("Left"), 404, "urn:pitstop:rule:known-billing-account");
        assertProblem(api().get("/api/billing-accounts/" + customer), 404, "urn:pitstop:rule:known-billing-account");
    }

    @Test
    void areNotWhateverSomebodyWants() {
        assertProblem(open(account("paymentMethod", "INVOICE")), 400, "urn:pitstop:rule:invoice-for-fleets");
        assertThat(fields(open(Map.of()))).containsExactly("customerId", "paymentMethod", "plan");
        assertThat(fields(open(account("plan", "GOLD")))).containsExactly("plan");
        assertThat(fields(open(account("paymentMethod", "CASH")))).containsExactly("paymentMethod");
        assertThat(fields(open(account("referralCode", "REF-1")))).containsExactly("referralCode");
        assertThat(fields(open(account("billingAddress", Map.of("address", "a\nb", "city", "x".repeat(101))))))
                .containsExactly("billingAddress.address", "billingAddress.city", "billingAddress.postalCode");
        assertThat(fields(close(" "))).containsExactly("reason");
        assertThat(fields(close("x".repeat(201)))).containsExactly("reason");
    }

    private Map<String, Object> account(Object... other) {
        var account = new HashMap<String, Object>(
                Map.of("customerId", customer, "plan", "PAY_AS_YOU_GO", "paymentMethod", "CARD"));
        for (int i = 0; i < other.length; i += 2) {
            account.put((String) other[i], other[i + 1]);
        }
        return account;
    }

    private ResponseEntity<Map<String, Object>> open(Map<String, Object> account) {
        return api().post("/api/billing-accounts", account);
    }

    private ResponseEntity<Map<String, Object>> close(String reason) {
        return api().put("/api/billing-accounts/%s/closure".formatted(customer), Map.of("reason", reason));
    }

    private Map<String, Object> show() {
        return api().get("/api/billing-accounts/" + customer).getBody();
    }

    private void replay() {
        var processor = processing
                .eventProcessorByProcessingGroup("billing-payments", StreamingEventProcessor.class)
                .orElseThrow();
        processor.shutDown();
        processor.resetTokens();
        processor.start();
    }

    private Api api() {
        return new Api(address);
    }
}
