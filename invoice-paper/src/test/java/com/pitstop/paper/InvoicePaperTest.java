package com.pitstop.paper;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

import com.pitstop.shared.billing.InvoiceCustomer;
import com.pitstop.shared.billing.InvoiceLine;
import com.pitstop.shared.billing.InvoiceSeller;
import com.pitstop.shared.billing.InvoiceVat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What stands on the paper. The files are left in {@code target/paper}, to be looked at. */
class InvoicePaperTest {

    private static final LocalDate DUE = LocalDate.of(2026, 12, 24);

    private final InvoicePaper paper = new InvoicePaper();

    @Test
    void anInvoiceSaysWhoPaysWhatToWhomAndWhen() throws IOException {
        var text = text("invoice", invoice("Anna Jansen", "Brake pads, front and rear, and an oil change", 2));

        assertThat(text)
                .contains("Invoice 2026-000123", "24 November 2026")
                .contains("Anna Jansen", "Dorpsstraat 1", "1234 AB Utrecht")
                .contains("KN-16-RS on 23 November 2026", "Brake pads, front and rear, and an oil change")
                .contains("Labour", "1.25 hours", "68.00", "85.00")
                .contains("Part 1", "SKU-1", "4 pieces", "12.95", "51.80")
                .contains("Total excluding VAT €\u00a0188.60")
                .contains("VAT 9\u00a0% of €\u00a0103.60 €\u00a09.32", "VAT 21\u00a0% of €\u00a085.00 €\u00a017.85")
                .contains("Total €\u00a0215.77")
                .contains("Please pay €\u00a0215.77 by 24 December 2026", "NL91ABNA0417164300")
                .contains("VAT number NL004495445B01", "Pitstop Garage", "billing@pitstop.example");
    }

    @Test
    void aCreditNoteSaysWhatItTakesBackAndWhyAndAsksForNothing() throws IOException {
        var text = text("credit-note", creditNote());

        assertThat(text)
                .contains("Credit note 2026-000124", "Takes back invoice 2026-000123", "Wrong customer", "-102.85")
                .doesNotContain("Please pay", "To be paid by");
    }

    @Test
    void isOnePageOfA4() throws IOException {
        try (var pdf = print("one-page", invoice("Anna Jansen", "Brakes", 5))) {
            assertThat(pdf.getNumberOfPages()).isOne();
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isCloseTo(595.28f, within(0.5f));
            assertThat(pdf.getPage(0).getMediaBox().getHeight()).isCloseTo(841.89f, within(0.5f));
        }
    }

    @Test
    void goesOnOverleafWithItsFooterOnEveryPage() throws IOException {
        try (var pdf = print("two-pages", invoice("Anna Jansen", "Everything", 40))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(1);
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                assertThat(text(pdf, page))
                        .contains("Invoice 2026-000123", "NL91ABNA0417164300")
                        .contains("Page %d of %d".formatted(page, pdf.getNumberOfPages()));
            }
            assertThat(text(pdf, 2)).containsIgnoringCase("Quantity");
        }
    }

    @Test
    void takesEveryTextForWhatItIs() throws IOException {
        var text = text(
                "markup",
                invoice("Łukasz <b>Żółć</b> & Ζωή {{total}}", "\"5 < 6\" \u0001 <img src='file:/x'/> Пётр", 1));

        assertThat(text)
                .contains("Łukasz <b>Żółć</b> & Ζωή {{total}}")
                .contains("\"5 < 6\"", "<img src='file:/x'/> Пётр");
    }

    private String text(String name, PrintedInvoice invoice) throws IOException {
        try (var pdf = print(name, invoice)) {
            return text(pdf, 1);
        }
    }

    private static String text(PDDocument pdf, int page) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf);
    }

    private PDDocument print(String name, PrintedInvoice invoice) throws IOException {
        var bytes = paper.print(invoice);
        Files.createDirectories(Path.of("target/paper"));
        Files.write(Path.of("target/paper/%s.pdf".formatted(name)), bytes);
        return Loader.loadPDF(bytes);
    }

    private static PrintedInvoice invoice(String customer, String description, int parts) {
        var lines = Stream.concat(
                        Stream.of(line("Labour", "", "1.25", "hour", "68.00", "21", "85.00")),
                        IntStream.rangeClosed(1, parts)
                                .mapToObj(part ->
                                        line("Part " + part, "SKU-" + part, "4", "piece", "12.95", "9", "51.80")))
                .toList();
        return paper("2026-000123", null, null, DUE, customer, description, lines, "188.60", "215.77");
    }

    private static PrintedInvoice creditNote() {
        var lines = List.of(line("Labour", "", "-1.25", "hour", "68.00", "21", "-85.00"));
        return paper(
                "2026-000124",
                "2026-000123",
                "Wrong customer",
                null,
                "Anna Jansen",
                "Brakes",
                lines,
                "-85.00",
                "-102.85");
    }

    private static PrintedInvoice paper(
            String number,
            String invoiceNumber,
            String reason,
            LocalDate dueOn,
            String customer,
            String description,
            List<InvoiceLine> lines,
            String net,
            String total) {
        return new PrintedInvoice(
                number,
                invoiceNumber,
                reason,
                LocalDate.of(2026, 11, 24),
                dueOn,
                new InvoiceSeller(
                        "Pitstop Garage",
                        "Kanaalweg 12",
                        "3526 KL",
                        "Utrecht",
                        "NL004495445B01",
                        "NL91ABNA0417164300",
                        "billing@pitstop.example"),
                new InvoiceCustomer(UUID.randomUUID(), customer, "Dorpsstraat 1", "1234 AB", "Utrecht"),
                "KN-16-RS",
                description,
                LocalDate.of(2026, 11, 23),
                "EUR",
                lines,
                new BigDecimal(net),
                List.of(
                        new InvoiceVat(new BigDecimal("9"), new BigDecimal("103.60"), new BigDecimal("9.32")),
                        new InvoiceVat(new BigDecimal("21.00"), new BigDecimal("85.00"), new BigDecimal("17.85"))),
                new BigDecimal(total));
    }

    private static InvoiceLine line(
            String description, String sku, String quantity, String unit, String price, String vat, String net) {
        return new InvoiceLine(
                description,
                sku,
                new BigDecimal(quantity),
                unit,
                new BigDecimal(price),
                new BigDecimal(vat),
                new BigDecimal(net));
    }
}
