package com.pitstop.vehicle.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.axonframework.eventsourcing.eventstore.EventStore;
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
import com.pitstop.vehicle.VehicleManagement;

import static com.pitstop.chassis.test.Api.assertProblem;
import static com.pitstop.chassis.test.Api.fields;
import static com.pitstop.chassis.test.Api.values;
import static org.assertj.core.api.Assertions.assertThat;

/** Vehicle management as its clients meet it, over HTTP and the real buses. */
@SpringBootTest(classes = VehicleManagement.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class VehicleApiTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger(100);

    @Autowired
    private EventStore events;

    @Value("http://localhost:${local.server.port}")
    private String address;

    private final String number = "KN-%d-RS".formatted(NUMBERS.incrementAndGet());
    private final String anna = UUID.randomUUID().toString();
    private final String bart = UUID.randomUUID().toString();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry settings) {
        TestDatabases.h2().forEach((name, value) -> settings.add(name, () -> value));
    }

    @Nested
    class RegisteringAVehicle {

        @Test
        void answersWhereTheVehicleIsToBeFound() {
            var answer = post(volvo(number));

            assertThat(answer.getStatusCode().value()).isEqualTo(201);
            assertThat(answer.getHeaders().getLocation()).hasToString("/api/vehicles/" + number);
            assertThat(answer.getBody()).isEqualTo(Map.of("licenseNumber", number));
            assertThat(api().get("/api/vehicles/" + number).getBody()).isEqualTo(shown(anna, true));
        }

        @Test
        void takesALicenseNumberInAnyCaseAndShowsItInUpperCase() {
            var answer = post(volvo(number.toLowerCase(Locale.ROOT)));

            assertThat(answer.getHeaders().getLocation()).hasToString("/api/vehicles/" + number);
            assertThat(answer.getBody()).isEqualTo(Map.of("licenseNumber", number));
            assertThat(api().get("/api/vehicles/" + number.toLowerCase(Locale.ROOT))
                            .getBody())
                    .isEqualTo(shown(anna, true));
            assertProblem(post(volvo(number)), 409, "urn:pitstop:rule:license-number-free");
        }

        @Test
        void hasOneEffectPerIdempotencyKey() {
            var key = UUID.randomUUID().toString();

            var first = post(volvo(number), key);
            var second = post(volvo(number), key);

            assertThat(first.getStatusCode().value()).isEqualTo(201);
            assertThat(second.getStatusCode().value()).isEqualTo(201);
            assertThat(second.getBody()).isEqualTo(first.getBody());
            assertThat(second.getHeaders().getLocation())
                    .isEqualTo(first.getHeaders().getLocation());
            assertThat(numberOfEvents()).isEqualTo(1);
        }

        @Test
        void isRefusedWhenAnIdempotencyKeyComesBackWithAnotherBody() {
            var key = UUID.randomUUID().toString();
            post(volvo(number), key);

            assertProblem(post(volvo("X-1-X"), key), 422, "urn:pitstop:rule:idempotency-key-reused");
        }

        @Test
        void usesNoIdempotencyKeyUpWhenItIsRefused() {
            post(volvo(number));
            var key = UUID.randomUUID().toString();
            assertProblem(post(volvo(number), key), 409, "urn:pitstop:rule:license-number-free");
            unregister(number, null);

            assertThat(post(volvo(number), key).getStatusCode().value()).isEqualTo(201);
        }

        @Test
        void isPossibleAgainAfterItLeft() {
            post(volvo(number));
            unregister(number, null);
            var again = volvo(number);
            again.put("ownerId", bart);

            assertThat(post(again).getStatusCode().value()).isEqualTo(201);
            assertThat(api().get("/api/vehicles/" + number).getBody()).isEqualTo(shown(bart, true));
        }

        @Test
        void namesEveryFieldThatIsNotValid() {
            var answer = post(Map.of("licenseNumber", "KN-1666-RS", "brand", " ", "type", "V\u000770"));

            assertProblem(answer, 400, "urn:pitstop:problem:invalid-input");
            assertThat(fields(answer)).containsExactly("brand", "licenseNumber", "ownerId", "type");
        }

        @Test
        void namesAFieldThatItDoesNotKnowOrCannotRead() {
            var vehicle = volvo(number);
            vehicle.put("color", "red");
            assertThat(fields(post(vehicle))).containsExactly("color");

            vehicle = volvo(number);
            vehicle.put("ownerId", "anna");
            assertThat(fields(post(vehicle))).containsExactly("ownerId");
        }
    }

    @Nested
    class TransferringAVehicle {

        @Test
        void isShownAndMayBeRepeated() {
            post(volvo(number));

            assertThat(transfer(number, bart).getStatusCode().value()).isEqualTo(204);
            assertThat(transfer(number.toLowerCase(Locale.ROOT), bart)
                            .getStatusCode()
                            .value())
                    .isEqualTo(204);

            assertThat(api().get("/api/vehicles/" + number).getBody()).isEqualTo(shown(bart, true));
            assertThat(numberOfEvents()).isEqualTo(2);
        }

        @Test
        void isRefusedAfterItLeft() {
            post(volvo(number));
            unregister(number, null);

            assertProblem(transfer(number, bart), 409, "urn:pitstop:rule:vehicle-registered");
        }

        @Test
        void isNotFoundForAVehicleThatNeverCame() {
            assertThat(transfer(number, bart).getStatusCode().value()).isEqualTo(404);
        }

        @Test
        void isRefusedWithoutAnOwnerOrALicenseNumber() {
            post(volvo(number));

            assertThat(fields(api().put("/api/vehicles/%s/owner".formatted(number), Map.of())))
                    .containsExactly("ownerId");
            assertProblem(transfer("KN-1666-RS", bart), 400, "urn:pitstop:rule:license-number");
        }
    }

    @Nested
    class UnregisteringAVehicle {

        @Test
        void isShownAndMayBeRepeatedWithOrWithoutAReason() {
            post(volvo(number));

            assertThat(unregister(number, null).getStatusCode().value()).isEqualTo(204);
            assertThat(unregister(number, Map.of()).getStatusCode().value()).isEqualTo(204);
            assertThat(unregister(number, Map.of("reason", "Scrapped"))
                            .getStatusCode()
                            .value())
                    .isEqualTo(204);

            assertThat(api().get("/api/vehicles/" + number).getBody()).isEqualTo(shown(anna, false));
            assertThat(numberOfEvents()).isEqualTo(2);
        }

        @Test
        void isRefusedWithAReasonOverItsLimit() {
            post(volvo(number));

            assertThat(fields(unregister(number, Map.of("reason", "A".repeat(201)))))
                    .containsExactly("reason");
        }

        @Test
        void isNotFoundForAVehicleThatNeverCame() {
            assertThat(unregister(number, null).getStatusCode().value()).isEqualTo(404);
        }
    }

    @Nested
    class ImmobilisingAVehicle {

        @Test
        void isShownUntilItIsReleasedAndMayBeRepeated() {
            post(volvo(number));

            for (var time = 0; time < 2; time++) {
                assertThat(safety("immobilisation", Map.of("reason", "The brakes fail"))
                                .getStatusCode()
                                .value())
                        .isEqualTo(204);
            }
            assertThat(api().get("/api/vehicles/" + number).getBody()).containsEntry("immobilised", true);

            assertThat(safety("release", null).getStatusCode().value()).isEqualTo(204);
            assertThat(safety("release", Map.of("reason", "Repaired"))
                            .getStatusCode()
                            .value())
                    .isEqualTo(204);
            assertThat(api().get("/api/vehicles/" + number).getBody()).isEqualTo(shown(anna, true));
            assertThat(numberOfEvents()).isEqualTo(3);
        }

        @Test
        void isRefusedWithoutAReasonAndForAVehicleThatLeftOrNeverCame() {
            assertThat(fields(safety("immobilisation", Map.of("reason", " ")))).containsExactly("reason");
            assertThat(safety("immobilisation", Map.of("reason", "Rust"))
                            .getStatusCode()
                            .value())
                    .isEqualTo(404);
            post(volvo(number));
            unregister(number, null);
            assertProblem(
                    safety("immobilisation", Map.of("reason", "Rust")), 409, "urn:pitstop:rule:vehicle-registered");
        }

        private ResponseEntity<Map<String, Object>> safety(String wish, Map<String, Object> body) {
            return api().put("/api/vehicles/%s/%s".formatted(number, wish), body);
        }
    }

    @Nested
    class LookingUp {

        @Test
        void isNotFoundForAVehicleThatNeverCame() {
            assertProblem(api().get("/api/vehicles/X-0-X"), 404, "urn:pitstop:rule:known-vehicle");
        }

        @Test
        void isRefusedForWhatIsNoLicenseNumber() {
            assertProblem(api().get("/api/vehicles/KN-1666-RS"), 400, "urn:pitstop:rule:license-number");
        }

        @Test
        void findsByOwnerAndTextAndInPages() {
            var numbers = List.of("C" + number.substring(1), "A" + number.substring(1), "B" + number.substring(1));
            numbers.forEach(other -> post(volvo(other)));

            var all =
                    api().get("/api/vehicles?ownerId={owner}&query=vOLV", anna).getBody();
            assertThat(values(all.get("items"), "licenseNumber"))
                    .containsExactly(numbers.get(1), numbers.get(2), numbers.get(0));
            assertThat(all).containsEntry("page", 0).containsEntry("size", 20);

            var last = api().get("/api/vehicles?ownerId={owner}&page=1&size=2", anna)
                    .getBody();
            assertThat(values(last.get("items"), "licenseNumber")).containsExactly(numbers.get(0));
            assertThat(last).containsEntry("totalItems", 3).containsEntry("totalPages", 2);

            var one = api().get("/api/vehicles?query={number}", numbers.get(1).toLowerCase(Locale.ROOT))
                    .getBody();
            assertThat(values(one.get("items"), "licenseNumber")).containsExactly(numbers.get(1));
        }

        @Test
        void isRefusedForPagesThatCannotBe() {
            assertThat(fields(api().get("/api/vehicles?size=0"))).containsExactly("size");
            assertThat(fields(api().get("/api/vehicles?ownerId=anna"))).containsExactly("ownerId");
            assertThat(fields(api().get("/api/vehicles?query={q}", "a".repeat(101))))
                    .containsExactly("query");
            assertThat(fields(api().get("/api/vehicles?query={q}", "\u0000"))).containsExactly("query");
        }
    }

    private Map<String, Object> volvo(String licenseNumber) {
        return new HashMap<>(Map.of("licenseNumber", licenseNumber, "brand", "Volvo", "type", "V70", "ownerId", anna));
    }

    private Map<String, Object> shown(String ownerId, boolean registered) {
        var vehicle = volvo(number);
        vehicle.put("ownerId", ownerId);
        vehicle.put("registered", registered);
        vehicle.put("immobilised", false);
        return vehicle;
    }

    private ResponseEntity<Map<String, Object>> post(Map<String, Object> body, String... key) {
        return api().post("/api/vehicles", body, key);
    }

    private ResponseEntity<Map<String, Object>> transfer(String licenseNumber, String ownerId) {
        return api().put("/api/vehicles/%s/owner".formatted(licenseNumber), Map.of("ownerId", ownerId));
    }

    private ResponseEntity<Map<String, Object>> unregister(String licenseNumber, Map<String, Object> body) {
        return api().put("/api/vehicles/%s/unregistration".formatted(licenseNumber), body);
    }

    private Api api() {
        return new Api(address);
    }

    private long numberOfEvents() {
        return events.readEvents("vehicle:" + number).asStream().count();
    }
}
