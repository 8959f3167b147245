package com.pitstop.notification.web;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

import com.pitstop.chassis.test.Api;
import com.pitstop.chassis.test.GarageClock;
import com.pitstop.chassis.test.TestDatabases;
import com.pitstop.notification.History;
import com.pitstop.notification.Service;

import static com.pitstop.chassis.test.Api.assertProblem;
import static com.pitstop.chassis.test.Api.fields;
import static com.pitstop.chassis.test.Api.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Notification as operators and other clients meet it, over HTTP and the real buses, without a mail server. */
@ExtendWith(OutputCaptureExtension.class)
class MailApiTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final GarageClock CLOCK = new GarageClock("2026-11-23T08:00");

    private static ConfigurableApplicationContext service;
    private static History garage;
    private static Api api;

    private UUID anna;

    @BeforeAll
    static void start() {
        service = Service.start(
                CLOCK, TestDatabases.h2(), "--spring.mail.host=", "--pitstop.notification.outbox-check=50ms");
        garage = new History(service, CLOCK);
        api = new Api(address("local.server.port"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void aCustomer() {
        anna = garage.registeredCustomer("Anna");
        await().atMost(SOON).untilAsserted(() -> assertThat(statuses(anna)).containsExactly("SENT"));
    }

    @Nested
    class Preferences {

        @Test
        void areThoseOfEverybodyUnlessChosen() {
            assertThat(preferences().getBody())
                    .containsEntry("chosen", false)
                    .containsEntry("language", "en")
                    .containsEntry(
                            "kinds",
                            List.of(
                                    "WELCOME",
                                    "JOB_PLANNED",
                                    "JOB_MOVED",
                                    "JOB_CANCELLED",
                                    "REMINDER",
                                    "READY_FOR_PICKUP",
                                    "INVOICE",
                                    "ADVICE",
                                    "INSPECTION_DUE",
                                    "INSPECTION_REMINDER",
                                    "INSPECTION_AGAIN",
                                    "DEFECTS_FOUND"))
                    .containsEntry("newsletter", false)
                    .containsEntry("sms", false)
                    .containsEntry("dataSharing", false);
        }

        @Test
        void areChosenAndMayBeRepeated() {
            Map<String, Object> wishes =
                    Map.of("language", "nl", "kinds", List.of("REMINDER", "JOB_PLANNED"), "newsletter", true);

            assertThat(choose(wishes).getStatusCode().value()).isEqualTo(204);
            assertThat(choose(wishes).getStatusCode().value()).isEqualTo(204);

            assertThat(preferences().getBody())
                    .containsEntry("chosen", true)
                    .containsEntry("language", "nl")
                    .containsEntry("kinds", List.of("JOB_PLANNED", "REMINDER"))
                    .containsEntry("newsletter", true)
                    .containsEntry("sms", false);
        }

        @Test
        void mayWishForNoMailAtAll() {
            assertThat(choose(Map.of("language", "en", "kinds", List.of()))
                            .getStatusCode()
                            .value())
                    .isEqualTo(204);
            assertThat(preferences().getBody()).containsEntry("kinds", List.of());
        }

        @Test
        void areTakenBackAndMayBeAgain() {
            choose(Map.of("language", "nl", "kinds", List.of()));

            assertThat(takeBack(anna).getStatusCode().value()).isEqualTo(204);
            assertThat(takeBack(anna).getStatusCode().value()).isEqualTo(204);

            assertThat(preferences().getBody()).containsEntry("chosen", false).containsEntry("language", "en");
        }

        @Test
        void areTakenBackAlsoIfThereWereNone() {
            assertThat(takeBack(anna).getStatusCode().value()).isEqualTo(204);
        }

        @Test
        void nameEveryFieldThatIsNotValid() {
            assertThat(fields(choose(Map.of()))).containsExactlyInAnyOrder("language", "kinds");
            assertThat(fields(choose(Map.of("language", "fr", "kinds", List.of()))))
                    .containsExactly("language");
            assertThat(fields(choose(Map.of("language", "en", "kinds", List.of("SPAM")))))
                    .containsExactly("kinds[0]");
            assertThat(fields(choose(Map.of("language", "en", "kinds", List.of(), "sms", "yes"))))
                    .containsExactly("sms");
            assertThat(fields(choose(Map.of("language", "en", "kinds", List.of(), "colour", "red"))))
                    .containsExactly("colour");
        }

        @Test
        void areNotFoundForWhoIsNoCustomer() {
            var nobody = "/api/contact-preferences/" + UUID.randomUUID();

            assertProblem(api.get(nobody), 404, "urn:pitstop:rule:known-customer");
            assertProblem(
                    api.put(nobody, Map.of("language", "en", "kinds", List.of())),
                    404,
                    "urn:pitstop:rule:known-customer");
            assertProblem(takeBack(UUID.randomUUID()), 404, "urn:pitstop:rule:known-customer");
            assertProblem(api.get("/api/contact-preferences/anna"), 400, "urn:pitstop:problem:invalid-input");
        }

        private ResponseEntity<Map<String, Object>> preferences() {
            return api.get("/api/contact-preferences/" + anna);
        }

        private ResponseEntity<Map<String, Object>> choose(Map<String, Object> wishes) {
            return api.put("/api/contact-preferences/" + anna, wishes);
        }

        private ResponseEntity<Map<String, Object>> takeBack(UUID customer) {
            return api.client()
                    .delete()
                    .uri("/api/contact-preferences/{customer}", customer)
                    .retrieve()
                    .toEntity(new ParameterizedTypeReference<>() {});
        }
    }

    @Nested
    class Mails {

        @Test
        void areListedNewestFirstByCustomerKindAndStatus() {
            garage.plannedJob(anna);
            await().atMost(SOON).until(() -> statuses(anna).equals(List.of("SENT", "SENT")));

            assertThat(values(items("?customerId=" + anna), "kind")).containsExactly("JOB_PLANNED", "WELCOME");
            assertThat(values(items("?customerId=" + anna + "&kind=WELCOME"), "kind"))
                    .containsExactly("WELCOME");
            assertThat(items("?customerId=" + anna + "&status=PARKED")).isEmpty();
            assertThat(items("?customerId=" + anna + "&size=1&page=1")).hasSize(1);
            assertThat(items("?customerId=" + UUID.randomUUID())).isEmpty();
        }

        @Test
        void areShownWithAllThatTheySay() {
            var mail = api.get("/api/mails/" + id("WELCOME")).getBody();

            assertThat((Map<?, ?>) mail.get("mail"))
                    .hasFieldOrPropertyWithValue("kind", "WELCOME")
                    .hasFieldOrPropertyWithValue("recipient", "anna@example.org")
                    .hasFieldOrPropertyWithValue("subject", "Welcome to Pitstop Garage")
                    .hasFieldOrPropertyWithValue("status", "SENT")
                    .hasFieldOrPropertyWithValue("delivery", "LOGGED")
                    .hasFieldOrPropertyWithValue("attempts", 1);
            assertThat((String) mail.get("text")).startsWith("Dear Anna,");
            assertThat((String) mail.get("html")).contains("Dear Anna,");
            assertThat(mail).containsEntry("withInvoice", false).containsEntry("calendar", null);
        }

        @Test
        void areFilesThatMailProgramsOpen() throws Exception {
            garage.issuedInvoice(anna, "2026-%06d".formatted(Math.abs(anna.hashCode() % 1_000_000)));
            await().atMost(SOON).until(() -> statuses(anna).equals(List.of("SENT", "SENT")));

            var answer = api.client()
                    .get()
                    .uri("/api/mails/{mail}/message", id("INVOICE"))
                    .retrieve()
                    .toEntity(byte[].class);

            assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.parseMediaType("message/rfc822"));
            var message =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(answer.getBody()));
            assertThat(message.getSubject()).startsWith("Invoice 2026-");
            assertThat(message.getAllRecipients()).hasSize(1);
            assertThat(message.getContentType()).startsWith("multipart/mixed");
        }

        @Test
        void areOnlyNamedInTheLog(CapturedOutput output) {
            var berta = garage.registeredCustomer("Berta");
            await().atMost(SOON).until(() -> statuses(berta).equals(List.of("SENT")));

            assertThat(output.getOut().lines().filter(line -> line.contains(berta.toString())))
                    .singleElement()
                    .asString()
                    .contains("INFO", "WELCOME");
            assertThat(output.getOut()).doesNotContain("berta@example.org", "Dear Berta");
        }

        @Test
        void areReleasedWhenTheyAreParked() {
            var mail = id("WELCOME");
            assertProblem(change(mail, "release"), 409, "urn:pitstop:rule:mail-parked");
            become(mail, "PARKED");

            assertThat(change(mail, "release").getStatusCode().value()).isEqualTo(204);
            assertThat(change(mail, "release").getStatusCode().value()).isIn(204, 409); // 409 once it is sent

            await().atMost(SOON).untilAsserted(() -> assertThat(statuses(anna)).containsExactly("SENT"));
        }

        @Test
        void areDiscardedUnlessTheyWereSent() {
            var mail = id("WELCOME");
            assertProblem(change(mail, "discard"), 409, "urn:pitstop:rule:mail-unsent");
            become(mail, "PARKED");

            assertThat(change(mail, "discard").getStatusCode().value()).isEqualTo(204);
            assertThat(change(mail, "discard").getStatusCode().value()).isEqualTo(204);

            assertThat(statuses(anna)).containsExactly("DISCARDED");
            assertProblem(change(mail, "release"), 409, "urn:pitstop:rule:mail-parked");
        }

        @Test
        void areNotFoundWhenNobodyWroteThem() {
            var unknown = UUID.randomUUID().toString();

            assertProblem(api.get("/api/mails/" + unknown), 404, "urn:pitstop:rule:known-mail");
            assertProblem(change(unknown, "release"), 404, "urn:pitstop:rule:known-mail");
            assertProblem(change(unknown, "discard"), 404, "urn:pitstop:rule:known-mail");
            var message = api.client()
                    .get()
                    .uri("/api/mails/{mail}/message", unknown)
                    .retrieve()
                    .toEntity(String.class);
            assertThat(message.getStatusCode().value()).isEqualTo(404);
            assertThat(message.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        }

        @Test
        void areNotListedForWhatCannotBe() {
            assertThat(fields(api.get("/api/mails?customerId=anna"))).containsExactly("customerId");
            assertThat(fields(api.get("/api/mails?kind=SPAM"))).containsExactly("kind");
            assertThat(fields(api.get("/api/mails?status=LOST"))).containsExactly("status");
            assertThat(fields(api.get("/api/mails?size=101"))).containsExactly("size");
            assertProblem(api.get("/api/mails/17"), 400, "urn:pitstop:problem:invalid-input");
        }

        @Test
        void areCountedForOperators() {
            become(id("WELCOME"), "PARKED");

            var metrics = management("/actuator/prometheus");
            assertThat(metrics).containsPattern("pitstop_mails\\{[^}]*status=\"parked\"[^}]*} 1\\.0");
            assertThat(metrics).containsPattern("pitstop_mails\\{[^}]*status=\"waiting\"");
            assertThat(management("/actuator/health"))
                    .containsPattern(
                            "\"mail\":\\{\"details\":\\{\"server\":\"none\",\"waiting\":0,\"parked\":1},\"status\":\"UP\"}");
            become(id("WELCOME"), "DISCARDED");
        }

        private void become(String mail, String status) {
            garage.database()
                    .update(
                            "update notification.mail set status = ?, sent_at = null where mail_id = ?",
                            status,
                            UUID.fromString(mail));
        }

        private String id(String kind) {
            var items = items("?customerId=" + anna + "&kind=" + kind);
            return (String) items.get(0).get("mailId");
        }

        private ResponseEntity<Map<String, Object>> change(String mail, String how) {
            return api.put("/api/mails/%s/%s".formatted(mail, how), null);
        }
    }

    private static List<Object> statuses(UUID customer) {
        return values(items("?customerId=" + customer), "status");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> items(String query) {
        return (List<Map<String, Object>>)
                api.get("/api/mails" + query).getBody().get("items");
    }

    private static String management(String path) {
        return new Api(address("local.management.port"))
                .client()
                .get()
                .uri(path)
                .retrieve()
                .requiredBody(String.class);
    }

    private static String address(String port) {
        return "http://127.0.0.1:" + service.getEnvironment().getProperty(port);
    }
}
