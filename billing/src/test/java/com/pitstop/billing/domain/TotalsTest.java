package com.pitstop.billing.domain;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

import com.pitstop.shared.billing.InvoiceLine;
import com.pitstop.shared.billing.InvoiceVat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever adds up what is printed gets what is printed. */
class TotalsTest {

    @Property
    void netIsTheSumOfTheLines(@ForAll("lines") List<InvoiceLine> lines) {
        var totals = Totals.of(lines);

        assertThat(totals.net())
                .isEqualByComparingTo(sum(lines.stream().map(InvoiceLine::net).toList()));
    }

    @Property
    void totalIsNetAndTheVatOfEveryRate(@ForAll("lines") List<InvoiceLine> lines) {
        var totals = Totals.of(lines);

        assertThat(totals.total())
                .isEqualByComparingTo(totals.net()
                        .add(sum(totals.vat().stream().map(InvoiceVat::vat).toList())));
        assertThat(totals.vat())
                .allSatisfy(rate -> assertThat(rate.vat().scale()).isEqualTo(2));
        assertThat(totals.net().scale()).isEqualTo(2);
        assertThat(totals.total().scale()).isEqualTo(2);
    }

    @Property
    void everyRateIsThereOnceWithTheLinesThatHaveIt(@ForAll("lines") List<InvoiceLine> lines) {
        var totals = Totals.of(lines);

        assertThat(totals.vat()).extracting(InvoiceVat::percentage).doesNotHaveDuplicates();
        assertThat(totals.vat())
                .allSatisfy(rate -> assertThat(rate.net())
                        .isEqualByComparingTo(sum(lines.stream()
                                .filter(line -> line.vatPercentage().compareTo(rate.percentage()) == 0)
                                .map(InvoiceLine::net)
                                .toList())));
    }

    @Property
    void vatIsWithinHalfACentOfTheExactAmount(@ForAll("lines") List<InvoiceLine> lines) {
        assertThat(Totals.of(lines).vat()).allSatisfy(rate -> {
            var exact = rate.net().multiply(rate.percentage()).movePointLeft(2);
            assertThat(rate.vat().subtract(exact).abs()).isLessThanOrEqualTo(new BigDecimal("0.005"));
        });
    }

    @Property
    void aCreditNoteTakesBackExactlyWhatWasInvoiced(
            @ForAll("parts") List<BilledPart> parts, @ForAll @LongRange(min = 1, max = 36_000) long seconds) {
        var terms = Stories.terms();
        var invoice = terms.invoice(
                new InvoiceNumber("2026-000001"),
                new IssueInvoice(
                        new InvoiceBookId(2026),
                        Stories.job(Duration.ofSeconds(seconds), parts.toArray(BilledPart[]::new)),
                        Stories.ANNA));
        var creditNote = terms.creditNote(new InvoiceNumber("2026-000002"), invoice, "");

        assertThat(creditNote.total()).isEqualByComparingTo(invoice.total().negate());
        assertThat(creditNote.net()).isEqualByComparingTo(invoice.net().negate());
        assertThat(creditNote.vat())
                .extracting(InvoiceVat::vat)
                .containsExactlyElementsOf(
                        invoice.vat().stream().map(rate -> rate.vat().negate()).toList());
    }

    @Example
    void halfACentCountsAsOne() {
        // 21 % of 0.50 is 0.105
        assertThat(Totals.of(List.of(line("0.50", "21"))).total()).isEqualByComparingTo("0.61");
        assertThat(Totals.of(List.of(line("-0.50", "21"))).total()).isEqualByComparingTo("-0.61");
    }

    @Example
    void vatIsRoundedOncePerRateAndNotPerLine() {
        // per line 0.11 three times
        assertThat(Totals.of(List.of(line("0.50", "21"), line("0.50", "21"), line("0.50", "21.00")))
                        .vat())
                .singleElement()
                .satisfies(rate -> assertThat(rate.vat()).isEqualByComparingTo("0.32"));
    }

    @Provide
    static Arbitrary<List<InvoiceLine>> lines() {
        return Combinators.combine(
                        Arbitraries.bigDecimals()
                                .between(new BigDecimal("-100000"), new BigDecimal("100000"))
                                .ofScale(2),
                        Arbitraries.of("0", "6", "9", "9.00", "17.5", "21"))
                .as((net, percentage) -> line(net.toPlainString(), percentage))
                .list()
                .ofMaxSize(30);
    }

    @Provide
    static Arbitrary<List<BilledPart>> parts() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 9999),
                        Arbitraries.bigDecimals()
                                .between(BigDecimal.ZERO, new BigDecimal("99999.9999"))
                                .ofScale(4))
                .as((quantity, price) -> new BilledPart("SKU-1", "Part", quantity, price, "EUR"))
                .list()
                .ofMaxSize(8);
    }

    private static InvoiceLine line(String net, String percentage) {
        return new InvoiceLine(
                "Line",
                "",
                BigDecimal.ONE,
                "piece",
                new BigDecimal(net),
                new BigDecimal(percentage),
                new BigDecimal(net));
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
