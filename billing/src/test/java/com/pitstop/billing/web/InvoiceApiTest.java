package com.pitstop.billing.web;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import com.pitstop.billing.Billing;
import com.pitstop.billing.History;
import com.pitstop.chassis.test.Api;
import com.pitstop.chassis.test.TestDatabases;
import com.pitstop.shared.workshop.UsedPart;

import static com.pitstop.chassis.test.Api.assertProblem;
import static com.pitstop.chassis.test.Api.fields;
import static com.pitstop.chassis.test.Api.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Billing as its clients meet it, over HTTP and the real buses. */
@SpringBootTest(classes = Billing.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class InvoiceApiTest {

    @Autowired
    private ConfigurableApplicationContext service;

    @Value("http://localhost:${local.server.port}")
    private String address;

    private UUID customer;
    private UUID job;
    private String part;
    private String number;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry settings) {
        TestDatabases.h2().forEach((name, value) -> settings.add(name, () -> value));
    }

    /** 68.00 of labour and 99.90 of parts: 167.90, and 35.26 VAT. */
    @BeforeEach
    void aJobThatWasInvoiced() {
        var garage = new History(service);
        customer = garage.registeredCustomer("Anna <Jansen>");
        part = garage.registeredPart("49.95");
        job = garage.plannedJob(customer);
        garage.finishedJob(job, new UsedPart(part, 2));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(items("?jobId=" + job)).isNotEmpty());
        number = (String) items("?jobId=" + job).get(0).get("number");
    }

    @Nested
    class LookingUp {

        @Test
        void showsWhatWasCharged() {
            var invoice = get("").getBody();

            assertThat(invoice)
                    .containsEntry("number", number)
                    .containsEntry("kind", "INVOICE")
                    .containsEntry("status", "OPEN")
                    .containsEntry("jobId", job.toString())
                    .containsEntry("currency", "EUR")
                    .containsEntry("net", 167.90)
                    .containsEntry("total", 203.16);
            assertThat(values(invoice.get("lines"), "net")).containsExactly(68.0, 99.9);
            assertThat(values(invoice.get("vat"), "vat")).containsExactly(35.26);
        }

        @Test
        void findsByJobCustomerAndStatus() {
            assertThat(items("?customerId=" + customer + "&status=OPEN")).hasSize(1);
            assertThat(items("?customerId=" + customer + "&status=PAID")).isEmpty();
            assertThat(items("?customerId=" + UUID.randomUUID())).isEmpty();
        }

        @Test
        void isRefusedForWhatCannotBe() {
            assertThat(fields(api().get("/api/invoices?jobId=1"))).containsExactly("jobId");
            assertThat(fields(api().get("/api/invoices?status=LOST"))).containsExactly("status");
            assertThat(fields(api().get("/api/invoices?size=101"))).containsExactly("size");
            assertProblem(api().get("/api/invoices/17"), 400, "urn:pitstop:rule:invoice-number");
            assertProblem(api().get("/api/invoices/2020-000001"), 404, "urn:pitstop:rule:known-invoice");
            assertProblem(get("/credit-note"), 404, "urn:pitstop:rule:known-credit-note");
        }
    }

    @Nested
    class Printing {

        @Test
        void isAPdfOfOnePageWithAllThatWasCharged() throws IOException {
            var answer = api().client()
                    .get()
                    .uri("/api/invoices/{number}/pdf", number)
                    .retrieve()
                    .toEntity(byte[].class);

            assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PDF);
            assertThat(answer.getHeaders().getContentDisposition().getFilename())
                    .isEqualTo(number + ".pdf");
            try (var pdf = Loader.loadPDF(answer.getBody())) {
                assertThat(pdf.getNumberOfPages()).isOne();
                assertThat(new PDFTextStripper().getText(pdf))
                        .contains("Invoice", number, "Anna <Jansen>", "Dorpsstraat 1", "1234 AB Utrecht")
                        .contains("KN-16-RS", "Brakes <& pads>", "Labour", "68.00", part, "49.95", "99.90")
                        .contains("167.90", "35.26", "203.16");
            }
        }

        @Test
        void isNotFoundAsAProblemEvenIfAPdfWasAskedFor() {
            var answer = api().client()
                    .get()
                    .uri("/api/invoices/2020-000001/pdf")
                    .accept(MediaType.APPLICATION_PDF)
                    .retrieve()
                    .toEntity(String.class);

            assertThat(answer.getStatusCode().value()).isEqualTo(404);
            assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        }
    }

    @Nested
    class RecordingAPayment {

        @Test
        void isShownAndMayBeRepeated() {
            assertThat(pay(203.16, "bank 17").getStatusCode().value()).isEqualTo(204);
            assertThat(pay(203.16, "bank 17").getStatusCode().value()).isEqualTo(204);

            assertThat(get("").getBody()).containsEntry("status", "PAID").containsEntry("paymentReference", "bank 17");
            assertThat(items("?customerId=" + customer + "&status=PAID")).hasSize(1);
        }

        @Test
        void isRefusedForLessThanAll() {
            assertProblem(pay(203.15, "bank 17"), 409, "urn:pitstop:rule:full-amount");
        }

        @Test
        void isRefusedOnceItIsPaid() {
            pay(203.16, "bank 17");

            assertProblem(pay(203.16, "bank 18"), 409, "urn:pitstop:rule:invoice-open");
        }

        @Test
        void namesEveryFieldThatIsNotValid() {
            assertThat(fields(put(Map.of("amount", 1.001, "reference", " ")))).containsExactly("amount", "reference");
            assertThat(fields(put(Map.of("reference", "x".repeat(141))))).containsExactly("amount", "reference");
            assertThat(fields(put(Map.of("amount", 203.16, "reference", "a\nb"))))
                    .containsExactly("reference");
        }

        @Test
        void isNotFoundForAnInvoiceThatIsNone() {
            assertProblem(
                    api().put("/api/invoices/2020-000001/payment", Map.of("amount", 1, "reference", "x")),
                    404,
                    "urn:pitstop:rule:known-invoice");
        }
    }

    @Nested
    class CreditingAnInvoice {

        @Test
        void answersWhereTheCreditNoteIsToBeFound() {
            var answer = credit("Wrong customer");

            assertThat(answer.getStatusCode().value()).isEqualTo(201);
            assertThat(answer.getHeaders().getLocation()).hasToString("/api/invoices/%s/credit-note".formatted(number));
            var creditNote = get("/credit-note").getBody();
            assertThat(creditNote)
                    .containsEntry("kind", "CREDIT_NOTE")
                    .containsEntry("invoiceNumber", number)
                    .containsEntry("creditReason", "Wrong customer")
                    .containsEntry("total", -203.16);
            assertThat(get("").getBody())
                    .containsEntry("status", "CREDITED")
                    .containsEntry("creditNoteNumber", creditNote.get("number"));
        }

        @Test
        void hasOneEffectPerIdempotencyKey() {
            var key = UUID.randomUUID().toString();

            assertThat(credit("Wrong customer", key).getStatusCode().value()).isEqualTo(201);
            assertThat(credit("Wrong customer", key).getStatusCode().value()).isEqualTo(201);

            assertThat(items("?jobId=" + job)).hasSize(2);
        }

        @Test
        void isRefusedASecondTimeAndForTheCreditNote() {
            credit("Wrong customer");

            assertProblem(credit("Wrong customer"), 409, "urn:pitstop:rule:invoice-not-credited");
            assertProblem(pay(203.16, "bank 17"), 409, "urn:pitstop:rule:invoice-not-credited");
            number = (String) get("/credit-note").getBody().get("number");
            assertProblem(credit("Again"), 409, "urn:pitstop:rule:is-invoice");
        }

        @Test
        void isRefusedWithoutAReason() {
            assertThat(fields(credit(" "))).containsExactly("reason");
            assertThat(fields(credit("x".repeat(201)))).containsExactly("reason");
        }
    }

    @Test
    void numbersFollowEachOtherWhateverWasRefused() {
        credit(" ");
        pay(1.00, "bank 17");
        credit("Wrong customer");

        var creditNote = (String) get("/credit-note").getBody().get("number");

        assertThat(Integer.parseInt(creditNote.substring(5))).isEqualTo(Integer.parseInt(number.substring(5)) + 1);
    }

    private ResponseEntity<Map<String, Object>> get(String path) {
        return api().get("/api/invoices/" + number + path);
    }

    private ResponseEntity<Map<String, Object>> pay(double amount, String reference) {
        return put(Map.of("amount", amount, "reference", reference));
    }

    private ResponseEntity<Map<String, Object>> put(Map<String, Object> body) {
        return api().put("/api/invoices/%s/payment".formatted(number), body);
    }

    private ResponseEntity<Map<String, Object>> credit(String reason, String... key) {
        return api().post("/api/invoices/%s/credit-note".formatted(number), Map.of("reason", reason), key);
    }

    private List<Map<String, Object>> items(String query) {
        @SuppressWarnings("unchecked")
        var items = (List<Map<String, Object>>)
                api().get("/api/invoices" + query).getBody().get("items");
        return items;
    }

    private Api api() {
        return new Api(address);
    }
}
