package com.pitstop.billing.domain;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.stream.Stream;

import com.pitstop.shared.RuleViolatedException;
import com.pitstop.shared.billing.CreditNoteIssued;
import com.pitstop.shared.billing.InvoiceIssued;
import com.pitstop.shared.billing.InvoiceLine;
import com.pitstop.shared.billing.InvoiceSeller;

import static com.pitstop.billing.domain.Totals.rounded;

/**
 * What the garage charges, and how it wants to be paid.
 *
 * @param hourlyRate of labour, excluding VAT
 * @param labourVat percentage
 * @param partsVat percentage
 * @param daysToPay from the day of issue to the last day to pay
 * @param clock the clock on the garage's wall
 */
public record BillingTerms(
        InvoiceSeller seller,
        String currency,
        BigDecimal hourlyRate,
        BigDecimal labourVat,
        BigDecimal partsVat,
        int daysToPay,
        Clock clock) {

    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final BigDecimal HOURS_PER_QUARTER = new BigDecimal("0.25");

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    InvoiceIssued invoice(InvoiceNumber number, IssueInvoice command) {
        var job = command.job();
        var lines = lines(job);
        var totals = Totals.of(lines);
        var issuedOn = issuedOn(command.bookId().year());
        return new InvoiceIssued(
                number.value(),
                job.jobId(),
                seller,
                command.customer(),
                job.licenseNumber(),
                job.description(),
                job.workedOn(),
                issuedOn,
                issuedOn.plusDays(daysToPay),
                currency,
                lines,
                totals.net(),
                totals.vat(),
                totals.total());
    }

    CreditNoteIssued creditNote(InvoiceNumber number, InvoiceIssued invoice, String reason) {
        var lines = invoice.lines().stream().map(BillingTerms::takenBack).toList();
        var totals = Totals.of(lines);
        return new CreditNoteIssued(
                number.value(),
                invoice.number(),
                reason,
                invoice.jobId(),
                invoice.seller(),
                invoice.customer(),
                invoice.licenseNumber(),
                invoice.description(),
                invoice.workedOn(),
                today(),
                invoice.currency(),
                lines,
                totals.net(),
                totals.vat(),
                totals.total());
    }

    /** What was asked for in the last moment of a year has its number of that year, and so its date. */
    private LocalDate issuedOn(int year) {
        var today = today();
        var last = LocalDate.of(year, Month.DECEMBER, 31);
        return today.isAfter(last) ? last : today;
    }

    private List<InvoiceLine> lines(BilledJob job) {
        return Stream.concat(
                        Stream.of(labour(job.worked())), job.parts().stream().map(this::part))
                .toList();
    }

    /** A quarter of an hour that was begun is charged. */
    private InvoiceLine labour(Duration worked) {
        var quarters = worked.plus(QUARTER).minusNanos(1).dividedBy(QUARTER);
        var hours = HOURS_PER_QUARTER.multiply(BigDecimal.valueOf(quarters));
        return new InvoiceLine("Labour", "", hours, "hour", hourlyRate, labourVat, rounded(hours.multiply(hourlyRate)));
    }

    private InvoiceLine part(BilledPart part) {
        requireOwnCurrency(part);
        var quantity = BigDecimal.valueOf(part.quantity());
        return new InvoiceLine(
                part.name(),
                part.sku(),
                quantity,
                "piece",
                part.unitPrice(),
                partsVat,
                rounded(quantity.multiply(part.unitPrice())));
    }

    private void requireOwnCurrency(BilledPart part) {
        if (!part.currency().equals(currency)) {
            throw new RuleViolatedException(
                    "garage-currency",
                    "Part %s is priced in %s, and invoices are in %s".formatted(part.sku(), part.currency(), currency));
        }
    }

    private static InvoiceLine takenBack(InvoiceLine line) {
        return new InvoiceLine(
                line.description(),
                line.sku(),
                line.quantity().negate(),
                line.unit(),
                line.unitPrice(),
                line.vatPercentage(),
                line.net().negate());
    }
}
