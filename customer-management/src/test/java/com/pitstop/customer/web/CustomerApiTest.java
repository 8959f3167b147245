package com.pitstop.customer.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

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
import com.pitstop.customer.CustomerManagement;
import com.pitstop.shared.customer.CustomerId;

import static com.pitstop.chassis.test.Api.assertProblem;
import static com.pitstop.chassis.test.Api.fields;
import static com.pitstop.chassis.test.Api.values;
import static org.assertj.core.api.Assertions.assertThat;

/** Customer management as its clients meet it, over HTTP and the real buses. */
@SpringBootTest(classes = CustomerManagement.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class CustomerApiTest {

    @Autowired
    private EventStore events;

    @Value("http://localhost:${local.server.port}")
    private String address;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry settings) {
        TestDatabases.h2().forEach((name, value) -> settings.add(name, () -> value));
    }

    @Nested
    class RegisteringACustomer {

        @Test
        void answersWhereTheCustomerIsToBeFound() {
            var answer = post(anna());

            assertThat(answer.getStatusCode().value()).isEqualTo(201);
            var id = answer.getBody().get("customerId");
            assertThat(answer.getHeaders().getLocation()).hasToString("/api/customers/" + id);
            assertThat(api().get("/api/customers/" + id).getBody()).isEqualTo(shown(anna(), id, true));
        }

        @Test
        void hasOneEffectPerIdempotencyKey() {
            var key = UUID.randomUUID().toString();

            var first = post(anna(), key);
            var second = post(anna(), key);

            assertThat(second.getStatusCode().value()).isEqualTo(201);
            assertThat(second.getBody()).isEqualTo(first.getBody());
            assertThat(second.getHeaders().getLocation())
                    .isEqualTo(first.getHeaders().getLocation());
            assertThat(numberOfEvents(first.getBody().get("customerId"))).isEqualTo(1);
        }

        @Test
        void isRefusedWhenAnIdempotencyKeyComesBackWithAnotherBody() {
            var key = UUID.randomUUID().toString();
            post(anna(), key);

            assertProblem(post(with("name", "Bart"), key), 422, "urn:pitstop:rule:idempotency-key-reused");
        }

        @Test
        void makesTwoCustomersOfTwoRequestsWithoutAKey() {
            assertThat(post(anna()).getBody()).isNotEqualTo(post(anna()).getBody());
        }

        @Test
        void namesEveryFieldThatIsNotValid() {
            var answer = post(Map.of(
                    "name",
                    " ",
                    "address",
                    "A".repeat(201),
                    "city",
                    "Utr\u0007echt",
                    "telephoneNumber",
                    "06-1",
                    "emailAddress",
                    "nobody"));

            assertProblem(answer, 400, "urn:pitstop:problem:invalid-input");
            assertThat(fields(answer)).containsExactly("address", "city", "emailAddress", "name", "postalCode");
        }

        @Test
        void namesAFieldItDoesNotKnow() {
            var answer = post(with("nickname", "An"));

            assertProblem(answer, 400, "urn:pitstop:problem:invalid-input");
            assertThat(fields(answer)).containsExactly("nickname");
        }
    }

    @Nested
    class ChangingContactDetails {

        @Test
        void isShownAndMayBeRepeated() {
            var id = registered();

            assertThat(change(id, with("name", "Anna Smit")).getStatusCode().value())
                    .isEqualTo(204);
            assertThat(change(id, with("name", "Anna Smit")).getStatusCode().value())
                    .isEqualTo(204);

            assertThat(api().get("/api/customers/" + id).getBody())
                    .isEqualTo(shown(with("name", "Anna Smit"), id, true));
            assertThat(numberOfEvents(id)).isEqualTo(2);
        }

        @Test
        void keepsANameThatIsLeftOut() {
            var id = registered();
            var change = with("city", "Zeist");
            change.remove("name");

            assertThat(change(id, change).getStatusCode().value()).isEqualTo(204);
            assertThat(api().get("/api/customers/" + id).getBody()).isEqualTo(shown(with("city", "Zeist"), id, true));
        }

        @Test
        void namesEveryFieldThatIsNotValid() {
            var answer = change(registered(), Map.of("name", " ", "address", "Kade 2", "phone", "06"));
            assertThat(fields(answer)).containsExactly("phone");

            answer = change(registered(), Map.of("name", " ", "address", "Kade 2"));
            assertProblem(answer, 400, "urn:pitstop:problem:invalid-input");
            assertThat(fields(answer)).containsExactly("city", "emailAddress", "name", "postalCode", "telephoneNumber");
        }

        @Test
        void isRefusedForACustomerWhoLeft() {
            var id = registered();
            deactivate(id, null);

            assertProblem(change(id, with("city", "Zeist")), 409, "urn:pitstop:rule:customer-active");
        }

        @Test
        void isNotFoundForAStranger() {
            assertThat(change(UUID.randomUUID(), anna()).getStatusCode().value())
                    .isEqualTo(404);
        }

        @Test
        void isRefusedWithoutABody() {
            assertThat(api().put("/api/customers/%s/contact-details".formatted(UUID.randomUUID()), null)
                            .getStatusCode()
                            .value())
                    .isEqualTo(400);
        }
    }

    @Nested
    class DeactivatingACustomer {

        @Test
        void isShownAndMayBeRepeatedWithOrWithoutAReason() {
            var id = registered();

            assertThat(deactivate(id, null).getStatusCode().value()).isEqualTo(204);
            assertThat(deactivate(id, Map.of()).getStatusCode().value()).isEqualTo(204);
            assertThat(deactivate(id, Map.of("reason", "Moved away"))
                            .getStatusCode()
                            .value())
                    .isEqualTo(204);

            assertThat(api().get("/api/customers/" + id).getBody()).isEqualTo(shown(anna(), id, false));
            assertThat(numberOfEvents(id)).isEqualTo(2);
        }

        @Test
        void isRefusedWithAReasonOverItsLimit() {
            assertThat(fields(deactivate(registered(), Map.of("reason", "A".repeat(201)))))
                    .containsExactly("reason");
        }

        @Test
        void isNotFoundForAStranger() {
            assertThat(deactivate(UUID.randomUUID(), null).getStatusCode().value())
                    .isEqualTo(404);
        }
    }

    @Nested
    class LookingUp {

        @Test
        void isNotFoundForAStranger() {
            assertProblem(api().get("/api/customers/" + UUID.randomUUID()), 404, "urn:pitstop:rule:known-customer");
        }

        @Test
        void isRefusedForWhatIsNoId() {
            assertThat(fields(api().get("/api/customers/anna"))).containsExactly("customerId");
        }

        @Test
        void findsByTextAndInPages() {
            var town = UUID.randomUUID().toString();
            for (var name : List.of("Cees", "Anna", "Bart")) {
                var body = with("city", town);
                body.put("name", name);
                post(body);
            }

            var all = api().get("/api/customers?query={town}", town.toUpperCase(Locale.ROOT))
                    .getBody();
            assertThat(names(all)).containsExactly("Anna", "Bart", "Cees");
            assertThat(all).containsEntry("page", 0).containsEntry("size", 20);

            var last =
                    api().get("/api/customers?query={town}&page=1&size=2", town).getBody();
            assertThat(names(last)).containsExactly("Cees");
            assertThat(last)
                    .containsEntry("page", 1)
                    .containsEntry("size", 2)
                    .containsEntry("totalItems", 3)
                    .containsEntry("totalPages", 2);
        }

        @Test
        void isRefusedForPagesThatCannotBe() {
            assertThat(fields(api().get("/api/customers?size=101"))).containsExactly("size");
            assertThat(fields(api().get("/api/customers?page=-1"))).containsExactly("page");
            assertThat(fields(api().get("/api/customers?page=one"))).containsExactly("page");
            assertThat(fields(api().get("/api/customers?query={q}", "a".repeat(101))))
                    .containsExactly("query");
            assertThat(fields(api().get("/api/customers?query={q}", "\u0000"))).containsExactly("query");
        }
    }

    private static Map<String, Object> anna() {
        return new HashMap<>(Map.of(
                "name", "Anna Jansen",
                "address", "Dorpsstraat 1",
                "postalCode", "1234 AB",
                "city", "Utrecht",
                "telephoneNumber", "06-12345678",
                "emailAddress", "anna@example.org"));
    }

    private static Map<String, Object> with(String field, String value) {
        var body = anna();
        body.put(field, value);
        return body;
    }

    private static Map<String, Object> shown(Map<String, Object> details, Object id, boolean active) {
        var customer = new HashMap<>(details);
        customer.put("customerId", id);
        customer.put("active", active);
        return customer;
    }

    private Object registered() {
        return post(anna()).getBody().get("customerId");
    }

    private ResponseEntity<Map<String, Object>> post(Map<String, Object> body, String... key) {
        return api().post("/api/customers", body, key);
    }

    private ResponseEntity<Map<String, Object>> change(Object id, Map<String, Object> body) {
        return api().put("/api/customers/%s/contact-details".formatted(id), body);
    }

    private ResponseEntity<Map<String, Object>> deactivate(Object id, Map<String, Object> body) {
        return api().put("/api/customers/%s/deactivation".formatted(id), body);
    }

    private Api api() {
        return new Api(address);
    }

    private long numberOfEvents(Object id) {
        return events.readEvents(new CustomerId(UUID.fromString(id.toString())).toString())
                .asStream()
                .count();
    }

    private static List<Object> names(Map<String, Object> page) {
        return values(page.get("items"), "name");
    }
}
