package com.pitstop.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** From a finished job to what it used, what it costs and what is on record of it, each in a process of its own. */
@ExtendWith(RunningServices.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BillingStory {

    private static final String PARTS = "parts-inventory";
    private static final String BILLING = "billing";
    private static final String AUDIT = "audit-log";
    private static final String OTHER_BILLING = "billing-2";

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int ROUNDS = Integer.getInteger("pitstop.rounds", 1);
    private static final int JOBS_PER_ROUND = 25;

    private final Services services;
    private final Books books;

    BillingStory(Services services) {
        this.services = services;
        this.books = new Books(services);
    }

    @BeforeAll
    void open() {
        services.startAlso(PARTS, BILLING, AUDIT);
    }

    @AfterAll
    void close() {
        services.stopAlso(PARTS, BILLING, AUDIT);
    }

    @Test
    void aFinishedJobIsInvoicedAndItsPartsAreTakenFromStock() throws Exception {
        var sku = "OIL-" + UUID.randomUUID();
        assertThat(post("/api/parts", """
                {"sku": "%s", "name": "Motor oil, 1 litre", "unitPrice": 12.95, "reorderLevel": 2}""".formatted(sku))).isEqualTo(201);
        assertThat(post("/api/parts/%s/receipts".formatted(sku), "{\"quantity\": 10}"))
                .isEqualTo(201);
        var job = books.plan(books.vehicleTheWorkshopKnows());

        var completion = """
                {"start": "%sT09:00", "end": "%sT10:15", "notes": "Done", "parts": [{"sku": "%s", "quantity": 4}]}""".formatted(Requests.dayOf(job), Requests.dayOf(job), sku);
        await("the workshop knows the part").atMost(SOON).until(() -> put(job + "/completion", completion) == 204);

        var number = books.invoiceOf(job);
        var invoice = get("/api/invoices/" + number).body();
        assertThat(invoice.get("lines")
                        .valueStream()
                        .map(line -> line.get("net").asDouble()))
                .as("five quarters of labour, four litres")
                .containsExactly(85.00, 51.80);
        assertThat(invoice.get("total").asDouble()).isEqualTo(165.53);
        assertThat(services.gateway().download("/api/invoices/" + number + "/pdf"))
                .startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                get("/api/parts/" + sku).body().get("onHand").asInt())
                        .isEqualTo(6));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(get("/api/audit/timelines/jobs/" + Requests.idOf(job))
                                .body()
                                .get("items")
                                .valueStream()
                                .map(entry -> entry.get("what").asString()))
                        .contains("MaintenanceJobPlanned", "MaintenanceJobFinished", "InvoiceIssued"));
        assertThat(get("/api/audit/verification").body().get("intact").asBoolean())
                .isTrue();
    }

    @Test
    void everyJobHasOneInvoiceAndNoNumberIsMissing() throws Exception {
        services.addInstance(BILLING, OTHER_BILLING, Map.of());
        services.awaitReady(OTHER_BILLING);
        try {
            var jobs = new ArrayList<String>();
            for (int round = 0; round < ROUNDS; round++) {
                jobs.addAll(finished(JOBS_PER_ROUND));
                services.kill(round % 2 == 0 ? BILLING : OTHER_BILLING);
                jobs.addAll(finished(JOBS_PER_ROUND));
                services.startAll();
            }

            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> assertThat(invoiced())
                            .containsAll(jobs.stream().map(Requests::idOf).toList()));
            var invoiced = invoiced();
            assertThat(invoiced).doesNotHaveDuplicates();
            assertThat(numbers().subList(0, invoiced.size()))
                    .as("a number is taken with each invoice, and none without")
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, invoiced.size()).boxed().toList());
        } finally {
            services.removeInstance(OTHER_BILLING);
        }
    }

    private List<String> finished(int count) throws IOException, InterruptedException {
        var vehicle = books.vehicleTheWorkshopKnows();
        var jobs = new ArrayList<String>();
        for (int number = 0; number < count; number++) {
            var job = books.plan(vehicle);
            books.finish(job);
            jobs.add(job);
        }
        return jobs;
    }

    private List<String> invoiced() throws SQLException {
        return events("JobInvoiced", "jobId");
    }

    private List<Integer> numbers() throws SQLException {
        return events("InvoiceNumberTaken", "sequence").stream()
                .map(Integer::valueOf)
                .toList();
    }

    private List<String> events(String event, String field) throws SQLException {
        try (var hub = services.connect("hub");
                var select = hub.prepareStatement(
                        "select convert_from(payload, 'UTF8')::json ->> ? from hub.domain_event_entry"
                                + " where payload_type like ? order by global_index")) {
            select.setString(1, field);
            select.setString(2, "%." + event);
            try (var rows = select.executeQuery()) {
                var values = new ArrayList<String>();
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
                return values;
            }
        }
    }

    private Client.Answer get(String path) throws IOException, InterruptedException {
        return services.gateway().get(path);
    }

    private int post(String path, String body) throws IOException, InterruptedException {
        return services.gateway().post(path, body).status();
    }

    private int put(String path, String body) throws IOException, InterruptedException {
        return services.gateway().put(path, body).status();
    }
}
