package com.pitstop.parts.web;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import com.pitstop.chassis.test.Api;
import com.pitstop.chassis.test.TestDatabases;
import com.pitstop.parts.PartsInventory;

import static com.pitstop.chassis.test.Api.assertProblem;
import static com.pitstop.chassis.test.Api.fields;
import static com.pitstop.chassis.test.Api.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Parts inventory as its clients meet it, over HTTP and the real buses. */
@SpringBootTest(classes = PartsInventory.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PartsApiTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Autowired
    private EventStore events;

    @Autowired
    private EventProcessingConfiguration processing;

    @Autowired
    private Clock garageClock;

    @Value("http://localhost:${local.server.port}")
    private String address;

    private String sku;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry settings) {
        TestDatabases.h2().forEach((name, value) -> settings.add(name, () -> value));
    }

    @BeforeEach
    void aNumberNobodyUsed() {
        sku = "API-" + NUMBERS.incrementAndGet();
    }

    @Nested
    class RegisteringAPart {

        @Test
        void answersWhereThePartIsToBeFoundInUpperCase() {
            var answer = api().post("/api/parts", with("sku", sku.toLowerCase(Locale.ROOT)));

            assertThat(answer.getStatusCode().value()).isEqualTo(201);
            assertThat(answer.getHeaders().getLocation()).hasToString("/api/parts/" + sku);
            assertThat(answer.getBody()).isEqualTo(Map.of("sku", sku));
            assertThat(part())
                    .isEqualTo(Map.of(
                            "sku",
                            sku,
                            "name",
                            "Oil",
                            "unitPrice",
                            12.95,
                            "currency",
                            "EUR",
                            "reorderLevel",
                            5,
                            "onHand",
                            0,
                            "reserved",
                            0,
                            "available",
                            0,
                            "discontinued",
                            false,
                            "version",
                            0));
            assertThat(api().get("/api/parts/" + sku.toLowerCase(Locale.ROOT)).getBody())
                    .isEqualTo(part());
        }

        @Test
        void hasOneEffectPerIdempotencyKey() {
            var key = UUID.randomUUID().toString();
            assertThat(api().post("/api/parts", body(), key).getStatusCode().value())
                    .isEqualTo(201);
            assertThat(api().post("/api/parts", body(), key).getStatusCode().value())
                    .isEqualTo(201);
            assertThat(numberOfEvents()).isEqualTo(1);
        }

        @Test
        void isRefusedForANumberThatIsTaken() {
            register();
            assertProblem(api().post("/api/parts", body()), 409, "urn:pitstop:rule:sku-free");
        }

        @Test
        void isRefusedForWordsThatStandInThePlaceOfANumberInOtherPaths() {
            for (var word : List.of("deliveries", "REORDERS", "Deliveries")) {
                assertThat(fields(api().post("/api/parts", with("sku", word)))).containsExactly("sku");
            }
            assertThat(api().post("/api/parts", with("sku", "DELIVERIES-" + sku))
                            .getStatusCode()
                            .value())
                    .isEqualTo(201);
        }

        @Test
        void namesEveryFieldThatIsNotValid() {
            var answer = api().post("/api/parts", Map.of("sku", "a b", "name", " ", "unitPrice", -1));

            assertProblem(answer, 400, "urn:pitstop:problem:invalid-input");
            assertThat(fields(answer)).containsExactly("name", "reorderLevel", "sku", "unitPrice");
            assertThat(fields(api().post("/api/parts", with("unitPrice", 0.001))))
                    .containsExactly("unitPrice");
            assertThat(fields(api().post("/api/parts", with("unitPrice", 100_000))))
                    .containsExactly("unitPrice");
            assertThat(fields(api().post("/api/parts", with("unitPrice", "cheap"))))
                    .containsExactly("unitPrice");
            assertThat(fields(api().post("/api/parts", with("reorderLevel", 1.5))))
                    .containsExactly("reorderLevel");
            assertThat(fields(api().post("/api/parts", with("colour", "red")))).containsExactly("colour");
        }
    }

    @Nested
    class ChangingAPart {

        @Test
        void showsTheNewPriceAndMayBeRepeated() {
            register();
            assertStatus(204, api().put(path("/price"), Map.of("unitPrice", 99_999.99)));
            assertStatus(204, api().put(path("/price"), Map.of("unitPrice", 99_999.99)));

            assertThat(part()).containsEntry("unitPrice", 99_999.99).containsEntry("currency", "EUR");
            assertThat(numberOfEvents()).isEqualTo(2);
            assertThat(fields(api().put(path("/price"), Map.of("unitPrice", 1.234))))
                    .containsExactly("unitPrice");
        }

        @Test
        void discontinuesItAndMayBeRepeated() {
            register();
            assertStatus(204, api().put(path("/discontinuation"), null));
            assertStatus(204, api().put(path("/discontinuation"), null));

            assertThat(part()).containsEntry("discontinued", true);
        }

        @Test
        void isNotFoundForAnUnknownPart() {
            assertProblem(api().put(path("/price"), Map.of("unitPrice", 1)), 404, "urn:pitstop:rule:known-part");
            assertProblem(api().put(path("/discontinuation"), null), 404, "urn:pitstop:rule:known-part");
        }
    }

    @Nested
    class MovingStock {

        @Test
        void putsPiecesOnTheShelfOncePerKey() {
            register();
            var key = UUID.randomUUID().toString();

            var first = api().post(path("/receipts"), Map.of("quantity", 24), key);
            var second = api().post(path("/receipts"), Map.of("quantity", 24), key);

            assertStatus(201, first);
            assertThat(second.getBody()).isEqualTo(first.getBody());
            assertThat(part()).containsEntry("onHand", 24).containsEntry("available", 24);
            var location = first.getHeaders().getLocation().toString();
            assertThat(values(api().get(location).getBody().get("items"), "onHandChange"))
                    .containsExactly(24);
        }

        @Test
        void adjustsTheBooks() {
            register();
            receive(24);
            assertStatus(201, adjust(-4, "Leaked"));

            assertThat(part()).containsEntry("onHand", 20);
            assertThat(values(api().get(path("/movements")).getBody().get("items"), "reason"))
                    .containsExactly("Leaked", "");
            assertProblem(adjust(-21, "Stolen"), 409, "urn:pitstop:rule:stock-not-negative");
            reserve("anna", 10);
            assertProblem(adjust(-11, "Stolen"), 409, "urn:pitstop:rule:stock-not-promised");
            assertProblem(adjust(0, "Nothing"), 400, "urn:pitstop:rule:quantity");
        }

        @Test
        void namesEveryFieldThatIsNotValid() {
            register();
            assertThat(fields(api().post(path("/receipts"), Map.of("quantity", 0))))
                    .containsExactly("quantity");
            assertThat(fields(api().post(path("/receipts"), Map.of()))).containsExactly("quantity");
            assertThat(fields(api().post(path("/adjustments"), Map.of("quantity", 100_001))))
                    .containsExactly("quantity", "reason");
        }

        @Test
        void isNotFoundForAnUnknownPart() {
            assertProblem(api().post(path("/receipts"), Map.of("quantity", 1)), 404, "urn:pitstop:rule:known-part");
            assertProblem(adjust(1, "Found"), 404, "urn:pitstop:rule:known-part");
            assertProblem(api().get(path("/movements")), 404, "urn:pitstop:rule:known-part");
        }
    }

    @Nested
    class AskingForAvailability {

        @Test
        void tellsWhetherThereIsEnoughAtTheMoment() {
            register();
            receive(10);
            reserve("anna", 4);

            assertThat(api().get(path("/availability?quantity=6")).getBody())
                    .isEqualTo(Map.of("sku", sku, "quantity", 6, "available", 6, "sufficient", true));
            assertThat(api().get(path("/availability?quantity=7")).getBody()).containsEntry("sufficient", false);
        }

        @Test
        void isRefusedForWhatIsNoQuantityOrPart() {
            register();
            assertThat(fields(api().get(path("/availability?quantity=0")))).containsExactly("quantity");
            assertThat(fields(api().get(path("/availability?quantity=many")))).containsExactly("quantity");
            assertStatus(400, api().get(path("/availability")));
            assertProblem(api().get("/api/parts/NONE/availability?quantity=1"), 404, "urn:pitstop:rule:known-part");
            assertProblem(api().get("/api/parts/a%20b/availability?quantity=1"), 400, "urn:pitstop:rule:sku");
        }
    }

    @Nested
    class ReservingParts {

        @BeforeEach
        void tenPieces() {
            register();
            receive(10);
        }

        @Test
        void keepsThem() {
            var answer = reserve("anna", 4);

            assertStatus(201, answer);
            assertThat(answer.getHeaders().getLocation()).hasToString(path("/reservations/anna"));
            assertThat(reservation("anna")).containsEntry("status", "OPEN").containsEntry("quantity", 4);
            assertThat(part()).containsEntry("reserved", 4).containsEntry("available", 6);
            assertStatus(201, reserve("anna", 4));
            assertThat(part()).containsEntry("reserved", 4);
            assertProblem(reserve("anna", 5), 409, "urn:pitstop:rule:reservation-unchanged");
            assertProblem(reserve("bart", 7), 409, "urn:pitstop:rule:parts-available");
            assertThat(values(api().get(path("/reservations")).getBody().get("items"), "reservationId"))
                    .containsExactly("anna");
        }

        @Test
        void releasesThem() {
            reserve("anna", 4);
            assertStatus(204, api().put(path("/reservations/anna/release"), null));
            assertStatus(204, api().put(path("/reservations/anna/release"), null));

            assertThat(reservation("anna")).containsEntry("status", "RELEASED");
            assertThat(part()).containsEntry("available", 10);
            assertProblem(
                    api().put(path("/reservations/anna/consumption"), null), 409, "urn:pitstop:rule:reservation-open");
            assertThat((List<?>) api().get(path("/reservations")).getBody().get("items"))
                    .isEmpty();
        }

        @Test
        void consumesThem() {
            reserve("anna", 4);
            assertStatus(204, api().put(path("/reservations/anna/consumption"), null));
            assertStatus(204, api().put(path("/reservations/anna/consumption"), null));

            assertThat(reservation("anna")).containsEntry("status", "CONSUMED");
            assertThat(part()).containsEntry("onHand", 6).containsEntry("available", 6);
            assertProblem(
                    api().put(path("/reservations/anna/release"), null), 409, "urn:pitstop:rule:reservation-open");
        }

        @Test
        void promisesNoPieceTwiceHoweverManyAskAtOnce() {
            var answers = Stream.iterate(0, number -> number + 1)
                    .limit(16)
                    .map(number -> CompletableFuture.supplyAsync(() -> reserve("racer-" + number, 2)))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .map(answer -> answer.getStatusCode().value())
                    .toList();

            assertThat(answers).filteredOn(status -> status == 201).hasSize(5);
            assertThat(answers).filteredOn(status -> status == 409).hasSize(11);
            assertThat(part()).containsEntry("reserved", 10).containsEntry("available", 0);
        }

        @Test
        void isNotFoundForWhatNobodyReserved() {
            assertProblem(
                    api().put(path("/reservations/bart/release"), null), 404, "urn:pitstop:rule:known-reservation");
            assertProblem(
                    api().put(path("/reservations/bart/consumption"), null), 404, "urn:pitstop:rule:known-reservation");
            assertProblem(api().get(path("/reservations/bart")), 404, "urn:pitstop:rule:known-reservation");
            assertProblem(api().get("/api/parts/NONE/reservations"), 404, "urn:pitstop:rule:known-part");
        }

        @Test
        void namesEveryFieldThatIsNotValid() {
            assertThat(fields(api().post(path("/reservations"), Map.of("reservationId", "a/b", "quantity", -1))))
                    .containsExactly("quantity", "reservationId");
            assertProblem(api().put(path("/reservations/-/release"), null), 400, "urn:pitstop:rule:reservation-id");
        }
    }

    @Nested
    class OrderingDeliveries {

        private String tomorrow;

        @BeforeEach
        void aPart() {
            register();
            tomorrow = LocalDate.now(garageClock).plusDays(1).toString();
        }

        @Test
        void putsWhatCameOnTheShelfOnce() {
            var answer = arrange(24, tomorrow);
            assertStatus(201, answer);
            var delivery = answer.getHeaders().getLocation().toString();
            assertThat(api().get(delivery).getBody())
                    .containsEntry("sku", sku)
                    .containsEntry("quantity", 24)
                    .containsEntry("expectedOn", tomorrow)
                    .containsEntry("status", "ARRANGED")
                    .containsEntry("cancellationReason", null);

            assertStatus(204, api().put(delivery + "/receipt", null));
            assertStatus(204, api().put(delivery + "/receipt", null));

            assertThat(api().get(delivery).getBody()).containsEntry("status", "RECEIVED");
            assertThat(part()).containsEntry("onHand", 24);
            assertProblem(
                    api().put(delivery + "/cancellation", Map.of("reason", "Late")),
                    409,
                    "urn:pitstop:rule:delivery-open");
        }

        @Test
        void cancelsADelivery() {
            var delivery = arrange(24, tomorrow).getHeaders().getLocation().toString();
            assertStatus(204, api().put(delivery + "/cancellation", Map.of("reason", "Sold out")));
            assertStatus(204, api().put(delivery + "/cancellation", Map.of("reason", "Sold out")));

            assertThat(api().get(delivery).getBody())
                    .containsEntry("status", "CANCELLED")
                    .containsEntry("cancellationReason", "Sold out");
            assertProblem(api().put(delivery + "/receipt", null), 409, "urn:pitstop:rule:delivery-open");
        }

        @Test
        void listsThem() {
            var first = arrange(1, tomorrow).getBody().get("deliveryId");
            var second = arrange(2, tomorrow).getBody().get("deliveryId");
            api().put("/api/parts/deliveries/%s/receipt".formatted(second), null);

            assertThat(values(items("/api/parts/deliveries?sku=" + sku.toLowerCase(Locale.ROOT)), "deliveryId"))
                    .containsExactlyInAnyOrder(first, second);
            assertThat(values(items("/api/parts/deliveries?status=RECEIVED&sku=" + sku), "deliveryId"))
                    .containsExactly(second);
            assertThat(fields(api().get("/api/parts/deliveries?status=LOST"))).containsExactly("status");
            assertThat(fields(api().get("/api/parts/deliveries?sku=a%20b"))).containsExactly("sku");
        }

        @Test
        void isRefusedForADayThatIsOverAndForPartsThatAreNotOrdered() {
            var yesterday = LocalDate.now(garageClock).minusDays(1).toString();
            assertProblem(arrange(1, yesterday), 409, "urn:pitstop:rule:not-in-the-past");
            api().put(path("/discontinuation"), null);
            assertProblem(arrange(1, tomorrow), 409, "urn:pitstop:rule:part-continued");
            sku = "NONE";
            assertProblem(arrange(1, tomorrow), 404, "urn:pitstop:rule:known-part");
        }

        @Test
        void goesByThePartsOwnEventsWhileTheirTableIsRebuilt() {
            var known = sku;
            sku = sku + "-GONE";
            register();
            api().put(path("/discontinuation"), null);
            whileRebuilding("parts-stock", () -> {
                assertProblem(arrange(1, tomorrow), 409, "urn:pitstop:rule:part-continued");
                sku = known;
                assertStatus(201, arrange(1, tomorrow));
                sku = "NONE";
                assertProblem(arrange(1, tomorrow), 404, "urn:pitstop:rule:known-part");
            });
        }

        @Test
        void namesEveryFieldThatIsNotValid() {
            assertThat(fields(api().post(path("/deliveries"), Map.of("quantity", 0))))
                    .containsExactly("expectedOn", "quantity");
            assertThat(fields(api().post(path("/deliveries"), Map.of("quantity", 1, "expectedOn", "soon"))))
                    .containsExactly("expectedOn");
            assertThat(fields(api().put(
                                    "/api/parts/deliveries/%s/cancellation".formatted(UUID.randomUUID()),
                                    Map.of("reason", " "))))
                    .containsExactly("reason");
            assertThat(fields(api().put("/api/parts/deliveries/soon/receipt", null)))
                    .containsExactly("deliveryId");
        }

        @Test
        void isNotFoundForOneThatNobodyArranged() {
            var path = "/api/parts/deliveries/" + UUID.randomUUID();
            assertProblem(api().get(path), 404, "urn:pitstop:rule:known-delivery");
            assertProblem(api().put(path + "/receipt", null), 404, "urn:pitstop:rule:known-delivery");
            assertProblem(
                    api().put(path + "/cancellation", Map.of("reason", "x")), 404, "urn:pitstop:rule:known-delivery");
        }
    }

    @Nested
    class LookingUp {

        @Test
        void findsByTextAndInPages() {
            var word = UUID.randomUUID().toString();
            var numbers = Stream.of("-C", "-A", "-B").map(sku::concat).toList();
            for (var number : numbers) {
                var body = with("sku", number);
                body.put("name", "Oil " + word);
                api().post("/api/parts", body);
            }

            var last = api().get("/api/parts?query={word}&page=1&size=2", word.toUpperCase(Locale.ROOT))
                    .getBody();
            assertThat(values(last.get("items"), "sku")).containsExactly(sku + "-C");
            assertThat(last).containsEntry("totalItems", 3).containsEntry("totalPages", 2);
            assertThat(fields(api().get("/api/parts?size=101"))).containsExactly("size");
            assertThat(fields(api().get("/api/parts?query={q}", "\u0000"))).containsExactly("query");
        }

        @Test
        void listsWhatIsToBeOrdered() {
            register();
            assertThat(values(items("/api/parts/reorders?size=100"), "sku")).contains(sku);
            receive(5);
            assertThat(values(items("/api/parts/reorders?size=100"), "sku")).doesNotContain(sku);
            reserve("anna", 1);
            assertThat(values(items("/api/parts/reorders?size=100"), "sku")).contains(sku);
        }

        @Test
        void isNotFoundForAnUnknownPart() {
            assertProblem(api().get("/api/parts/" + sku), 404, "urn:pitstop:rule:known-part");
            assertProblem(api().get("/api/parts/a%20b"), 400, "urn:pitstop:rule:sku");
        }
    }

    private void whileRebuilding(String group, Runnable work) {
        var processor = processing
                .eventProcessorByProcessingGroup(group, StreamingEventProcessor.class)
                .orElseThrow();
        processor.shutDown();
        processor.resetTokens();
        try {
            work.run();
        } finally {
            processor.start();
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> processor.processingStatus().values().stream()
                        .allMatch(segment -> segment.isCaughtUp() && !segment.isReplaying()));
    }

    private Map<String, Object> body() {
        return with("sku", sku);
    }

    private static Map<String, Object> with(String field, Object value) {
        var body =
                new HashMap<String, Object>(Map.of("sku", "ANY", "name", "Oil", "unitPrice", 12.95, "reorderLevel", 5));
        body.put(field, value);
        return body;
    }

    private void register() {
        assertStatus(201, api().post("/api/parts", body()));
    }

    private void receive(int pieces) {
        assertStatus(201, api().post(path("/receipts"), Map.of("quantity", pieces)));
    }

    private ResponseEntity<Map<String, Object>> adjust(int pieces, String reason) {
        return api().post(path("/adjustments"), Map.of("quantity", pieces, "reason", reason));
    }

    private ResponseEntity<Map<String, Object>> reserve(String id, int pieces) {
        return api().post(path("/reservations"), Map.of("reservationId", id, "quantity", pieces));
    }

    private ResponseEntity<Map<String, Object>> arrange(int pieces, String expectedOn) {
        return api().post(path("/deliveries"), Map.of("quantity", pieces, "expectedOn", expectedOn));
    }

    private Map<String, Object> part() {
        return api().get("/api/parts/" + sku).getBody();
    }

    private Map<String, Object> reservation(String id) {
        return api().get(path("/reservations/" + id)).getBody();
    }

    private Object items(String path) {
        return api().get(path).getBody().get("items");
    }

    private String path(String rest) {
        return "/api/parts/" + sku + rest;
    }

    private static void assertStatus(int status, ResponseEntity<Map<String, Object>> answer) {
        assertThat(answer.getStatusCode().value())
                .as(String.valueOf(answer.getBody()))
                .isEqualTo(status);
    }

    private Api api() {
        return new Api(address);
    }

    private long numberOfEvents() {
        return events.readEvents("part:" + sku).asStream().count();
    }
}
