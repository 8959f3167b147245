package com.pitstop.shared.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * A job was invoiced. Carries everything that is printed, and is never changed: what was wrong is credited.
 *
 * @param number such as {@code 2026-000123}
 * @param description what was done, as planned
 * @param workedOn the day of the job
 * @param dueOn the last day to pay
 * @param currency ISO 4217, of all amounts
 * @param net the sum of the lines, excluding VAT
 * @param total what is to be paid: net and VAT
 */
@Revision("1")
public record InvoiceIssued(
        String number,
        UUID jobId,
        InvoiceSeller seller,
        InvoiceCustomer customer,
        String licenseNumber,
        String description,
        LocalDate workedOn,
        LocalDate issuedOn,
        LocalDate dueOn,
        String currency,
        List<InvoiceLine> lines,
        BigDecimal net,
        List<InvoiceVat> vat,
        BigDecimal total) {

    public InvoiceIssued {
        lines = List.copyOf(lines);
        vat = List.copyOf(vat);
    }
}
