package com.pitstop.billing.domain.payment;

import java.math.BigDecimal;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Takes of what is set aside as much as an invoice comes to, or all of it when that is less, and pays the invoice with it. The
 * provider lets go of the rest.
 *
 * @param due what is still to be paid of the invoice
 */
public record CaptureForInvoice(@TargetAggregateIdentifier PaymentId paymentId, String invoiceNumber, BigDecimal due) {

    public CaptureForInvoice {
        due = Amounts.checked(due);
    }
}
