package com.pitstop.billing.invoices;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.pitstop.paper.PrintedInvoice;
import com.pitstop.shared.billing.InvoiceCustomer;
import com.pitstop.shared.billing.InvoiceLine;
import com.pitstop.shared.billing.InvoiceSeller;
import com.pitstop.shared.billing.InvoiceVat;

/**
 * An invoice or a credit note, with all that is printed on it.
 *
 * @param invoiceNumber of what a credit note takes back
 * @param creditNoteNumber of what took an invoice back
 * @param creditReason of a credit note
 * @param dueOn the last day to pay; a credit note has none
 * @param currency ISO 4217, of all amounts
 * @param net excluding VAT
 * @param due what is still to be paid
 */
public record Invoice(
        String number,
        InvoiceKind kind,
        InvoiceStatus status,
        @Nullable String invoiceNumber,
        @Nullable String creditNoteNumber,
        @Nullable String creditReason,
        UUID jobId,
        LocalDate issuedOn,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate paidOn,
        @Nullable String paymentReference,
        InvoiceSeller seller,
        InvoiceCustomer customer,
        String licenseNumber,
        String description,
        LocalDate workedOn,
        String currency,
        List<InvoiceLine> lines,
        BigDecimal net,
        List<InvoiceVat> vat,
        BigDecimal total,
        BigDecimal due) {

    /** Without what has happened since it was issued. */
    public PrintedInvoice asPrinted() {
        return new PrintedInvoice(
                number,
                invoiceNumber,
                creditReason,
                issuedOn,
                dueOn,
                seller,
                customer,
                licenseNumber,
                description,
                workedOn,
                currency,
                lines,
                net,
                vat,
                total);
    }
}
