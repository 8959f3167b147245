package com.pitstop.allinone.matrix;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpStatusCode;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.client.RestClient;

import com.pitstop.chassis.test.Api;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;

/** What is there before anything goes wrong, and what people do meanwhile: take in goods, and finish jobs. */
final class Garage {

    static final String VEHICLE = "FM-1-A";
    static final int PIECES = 2;
    static final int ON_THE_SHELF = 5;

    private static final JsonMapper JSON = new JsonMapper();
    private static final LocalDate A_MONDAY = LocalDate.parse("2098-01-06");

    private final Set<String> seenTo = new HashSet<>();
    private final JdbcTemplate database;
    private final Api api;
    private final RestClient http;
    private final String customerId;

    Garage(ConfigurableApplicationContext garage) {
        var address = "http://127.0.0.1:" + garage.getEnvironment().getRequiredProperty("local.server.port");
        database = garage.getBean(JdbcTemplate.class);
        api = new Api(address);
        http = RestClient.builder()
                .baseUrl(address)
                .defaultStatusHandler(HttpStatusCode::isError, (request, response) -> {})
                .build();
        customerId = String.valueOf(post(
                        "/api/customers",
                        Map.of(
                                "name", "Noor Visser",
                                "address", "Kade 2",
                                "postalCode", "7411 AA",
                                "city", "Deventer",
                                "telephoneNumber", "+31 6 5550 1234",
                                "emailAddress", "noor@example.com"))
                .get("customerId"));
        post(
                "/api/vehicles",
                Map.of("licenseNumber", VEHICLE, "brand", "Volvo", "type", "EX30", "ownerId", customerId));
    }

    String customerId() {
        return customerId;
    }

    static String onTheShelf(int number) {
        return "SHELF-%d".formatted(number);
    }

    static String onOrder(int number) {
        return "ORDER-%d".formatted(number);
    }

    /** A Monday for each, so that the jobs of no two cases are on the same day. */
    static LocalDate day(int number) {
        return A_MONDAY.plusWeeks(number);
    }

    static String amount(int number) {
        return "%d.50".formatted(100 + number);
    }

    static String email(int number) {
        return "noor-%d@example.com".formatted(number);
    }

    static String licenseNumber(int number) {
        return "FM-%d-B".formatted(number);
    }

    void stock(List<Case> cases) {
        cases.parallelStream()
                .filter(one -> one.process().equals("repair-order"))
                .forEach(one -> {
                    register(onTheShelf(one.number()));
                    register(onOrder(one.number()));
                    post("/api/parts/" + onTheShelf(one.number()) + "/receipts", Map.of("quantity", ON_THE_SHELF));
                });
    }

    private void register(String sku) {
        post("/api/parts", Map.of("sku", sku, "name", sku, "unitPrice", 12.5, "reorderLevel", 0));
    }

    /** Whatever slips wait for now. */
    void work() {
        database.queryForList("select signal, offer from process.awaited_signal where not settled")
                .forEach(awaited -> work(String.valueOf(awaited.get("signal")), String.valueOf(awaited.get("offer"))));
    }

    private void work(String signal, String offer) {
        var what = JSON.readTree(offer);
        switch (signal) {
            case "goods-received" ->
                put("/api/parts/deliveries/%s/receipt".formatted(text(what, "deliveryId")), Map.of());
            case "job-finished" -> finish(text(what, "jobId"));
            default -> {
                // nobody chooses another slot
            }
        }
    }

    private void finish(String jobId) {
        days(jobId)
                .forEach(day -> put(
                        "/api/workshop/plannings/%s/jobs/%s/completion".formatted(day, jobId),
                        Map.of(
                                "start",
                                day + "T09:00:00",
                                "end",
                                day + "T10:00:00",
                                "notes",
                                "Done",
                                "parts",
                                partsFor(jobId))));
    }

    /** All that is kept for the job. */
    private List<Map<String, Object>> partsFor(String jobId) {
        return database.query(
                "select sku, quantity from parts.reservation where reservation_id = ?",
                (row, number) -> Map.of("sku", row.getString("sku"), "quantity", row.getInt("quantity")),
                jobId);
    }

    /** None while the planning board has not heard of the job. */
    private List<LocalDate> days(String jobId) {
        return database.queryForList(
                "select planned_on from workshop.job where job_id = ?", LocalDate.class, UUID.fromString(jobId));
    }

    private Map<String, Object> post(String path, Map<String, Object> body) {
        var answer = api.post(path, body);
        assertThat(answer.getStatusCode().value())
                .as("%s %s", path, answer.getBody())
                .isEqualTo(201);
        return answer.getBody();
    }

    /** Once, unless it does not work yet. */
    private void put(String path, Map<String, Object> body) {
        if (!seenTo.contains(path)) {
            var request = http.put().uri(path);
            var answer = (body.isEmpty()
                            ? request
                            : request.contentType(APPLICATION_JSON).body(body))
                    .retrieve()
                    .toBodilessEntity();
            if (answer.getStatusCode().is2xxSuccessful()) {
                seenTo.add(path);
            }
        }
    }

    private static String text(JsonNode what, String field) {
        return what.get(field).asString();
    }
}
