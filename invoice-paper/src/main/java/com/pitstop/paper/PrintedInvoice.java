package com.pitstop.paper;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.pitstop.shared.billing.InvoiceCustomer;
import com.pitstop.shared.billing.InvoiceIssued;
import com.pitstop.shared.billing.InvoiceLine;
import com.pitstop.shared.billing.InvoiceSeller;
import com.pitstop.shared.billing.InvoiceVat;

/**
 * What stands on the paper of an invoice or a credit note. What changes after the day of issue, such as whether it is
 * paid, does not: an invoice is the same paper for ever.
 *
 * @param invoiceNumber of what a credit note takes back; an invoice has none
 * @param creditReason of a credit note
 * @param dueOn the last day to pay; a credit note has none
 * @param currency ISO 4217, of all amounts
 * @param net excluding VAT
 */
public record PrintedInvoice(
        String number,
        @Nullable String invoiceNumber,
        @Nullable String creditReason,
        LocalDate issuedOn,
        @Nullable LocalDate dueOn,
        InvoiceSeller seller,
        InvoiceCustomer customer,
        String licenseNumber,
        String description,
        LocalDate workedOn,
        String currency,
        List<InvoiceLine> lines,
        BigDecimal net,
        List<InvoiceVat> vat,
        BigDecimal total) {

    public PrintedInvoice {
        lines = List.copyOf(lines);
        vat = List.copyOf(vat);
    }

    public static PrintedInvoice of(InvoiceIssued event) {
        return new PrintedInvoice(
                event.number(),
                null,
                null,
                event.issuedOn(),
                event.dueOn(),
                event.seller(),
                event.customer(),
                event.licenseNumber(),
                event.description(),
                event.workedOn(),
                event.currency(),
                event.lines(),
                event.net(),
                event.vat(),
                event.total());
    }
}
