package com.pitstop.shared.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * An invoice was taken back as a whole. Carries everything that is printed; all amounts are those of the invoice, negative.
 *
 * @param number of the credit note, of the same series as invoices
 * @param invoiceNumber of what is taken back
 */
@Revision("1")
public record CreditNoteIssued(
        String number,
        String invoiceNumber,
        String reason,
        UUID jobId,
        InvoiceSeller seller,
        InvoiceCustomer customer,
        String licenseNumber,
        String description,
        LocalDate workedOn,
        LocalDate issuedOn,
        String currency,
        List<InvoiceLine> lines,
        BigDecimal net,
        List<InvoiceVat> vat,
        BigDecimal total) {

    public CreditNoteIssued {
        lines = List.copyOf(lines);
        vat = List.copyOf(vat);
    }
}
