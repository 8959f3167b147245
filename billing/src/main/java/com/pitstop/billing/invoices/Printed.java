package com.pitstop.billing.invoices;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.pitstop.shared.billing.CreditNoteIssued;
import com.pitstop.shared.billing.InvoiceCustomer;
import com.pitstop.shared.billing.InvoiceIssued;
import com.pitstop.shared.billing.InvoiceLine;
import com.pitstop.shared.billing.InvoiceSeller;
import com.pitstop.shared.billing.InvoiceVat;

/**
 * What nobody searches for and everybody reads together: what stands on the paper.
 *
 * @param reason of a credit note
 */
record Printed(
        InvoiceSeller seller,
        InvoiceCustomer customer,
        String licenseNumber,
        String description,
        LocalDate workedOn,
        String currency,
        List<InvoiceLine> lines,
        BigDecimal net,
        List<InvoiceVat> vat,
        @Nullable String reason) {

    static Printed on(InvoiceIssued event) {
        return new Printed(
                event.seller(),
                event.customer(),
                event.licenseNumber(),
                event.description(),
                event.workedOn(),
                event.currency(),
                event.lines(),
                event.net(),
                event.vat(),
                null);
    }

    static Printed on(CreditNoteIssued event) {
        return new Printed(
                event.seller(),
                event.customer(),
                event.licenseNumber(),
                event.description(),
                event.workedOn(),
                event.currency(),
                event.lines(),
                event.net(),
                event.vat(),
                event.reason());
    }
}
