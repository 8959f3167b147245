package com.pitstop.system;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Invoices that are paid by card, at a provider that declines, keeps silent, or did it and keeps silent. */
@ExtendWith(RunningServices.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaymentStory {

    private static final String BILLING = "billing";

    private static final int ROUNDS = Integer.getInteger("pitstop.rounds", 1);

    /** The provider is told three times, and asked again after that. */
    private static final Duration IN_THE_END = Duration.ofMinutes(2);

    private final Services services;
    private final Books books;

    PaymentStory(Services services) {
        this.services = services;
        this.books = new Books(services);
    }

    @BeforeAll
    void open() {
        services.tell(
                BILLING,
                Map.of(
                        "PITSTOP_BILLING_PROVIDER_TIMEOUT", "500ms",
                        "PITSTOP_BILLING_PROVIDER_ASK_AGAIN_AFTER", "1s"));
        services.startAlso(BILLING);
    }

    @AfterAll
    void close() {
        services.stopAlso(BILLING);
    }

    @Test
    void aDeclinedCardLeavesTheInvoiceOpenForAnotherOne() throws Exception {
        var invoice = invoice();

        var declined = pay(invoice, "card_declined");
        awaitStatus(declined, "DECLINED");
        assertThat(statusOf("/api/invoices/" + invoice)).isEqualTo("OPEN");

        var approved = pay(invoice, "card_approved");
        awaitPaid(invoice);
        assertThat(doneFor(declined)).isEmpty();
        assertThat(doneFor(approved)).containsExactlyInAnyOrder("AUTHORIZATION", "CAPTURE");
    }

    @Test
    void aProviderThatKeepsSilentHoldsNothingOnceThePaymentIsVoided() throws Exception {
        var invoice = invoice();
        var payment = pay(invoice, "card_timeout");
        await("it was tried and asked about")
                .atMost(IN_THE_END)
                .until(() -> get(payment).at("/steps/0/attempts").asInt(0) > 1);
        assertThat(statusOf(payment)).isEqualTo("REQUESTED");

        assertThat(services.gateway().put(payment + "/void", "").status()).isEqualTo(204);

        awaitStatus(payment, "VOIDED");
        pay(invoice, "card_approved");
        awaitPaid(invoice);
        assertThat(doneFor(payment)).as("nothing is held").doesNotContain("AUTHORIZATION", "CAPTURE");
    }

    @Test
    void aProviderThatDoesItWithoutSayingSoTakesTheMoneyOnceAlsoFromABillingThatIsKilled() throws Exception {
        var payments = new ArrayList<String>();
        for (int round = 0; round < ROUNDS; round++) {
            var invoice = invoice();
            var payment = pay(invoice, "card_timeout_done");
            await("the provider did it")
                    .atMost(IN_THE_END)
                    .until(() -> !doneFor(payment).isEmpty());
            services.kill(BILLING);
            services.startAll();
            awaitPaid(invoice);
            payments.add(payment);
        }

        for (var payment : payments) {
            assertThat(statusOf(payment)).isEqualTo("CAPTURED");
            assertThat(doneFor(payment)).containsExactlyInAnyOrder("AUTHORIZATION", "CAPTURE");
        }
    }

    private String invoice() throws IOException, InterruptedException {
        var job = books.plan(books.vehicleTheWorkshopKnows());
        books.finish(job);
        return books.invoiceOf(job);
    }

    /** The address of a payment that takes an invoice's amount from a card. */
    private String pay(String invoice, String card) throws IOException, InterruptedException {
        var answer = services.gateway().post("/api/payments", """
                {"invoiceNumber": "%s", "card": "%s", "capture": true}""".formatted(invoice, card));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        return "/api/payments/" + answer.body().get("paymentId").asString();
    }

    private void awaitPaid(String invoice) {
        awaitStatus("/api/invoices/" + invoice, "PAID");
    }

    private void awaitStatus(String path, String status) {
        await().atMost(IN_THE_END).until(() -> statusOf(path).equals(status));
    }

    private String statusOf(String path) throws IOException, InterruptedException {
        return get(path).at("/status").asString("");
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return services.gateway().get(path).body();
    }

    /** What the provider did for a payment. */
    private List<String> doneFor(String payment) throws SQLException {
        try (var billing = services.connect("billing");
                var select = billing.prepareStatement(
                        "select step from billing.simulated_order where status = 'DONE' and payment_id = ?::uuid")) {
            select.setString(1, payment.substring(payment.lastIndexOf('/') + 1));
            try (var rows = select.executeQuery()) {
                var steps = new ArrayList<String>();
                while (rows.next()) {
                    steps.add(rows.getString(1));
                }
                return steps;
            }
        }
    }
}
