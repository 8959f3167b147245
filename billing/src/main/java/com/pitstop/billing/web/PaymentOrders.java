package com.pitstop.billing.web;

import java.util.Currency;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import com.pitstop.billing.domain.InvoiceNumber;
import com.pitstop.billing.domain.payment.AuthorizePayment;
import com.pitstop.billing.domain.payment.Card;
import com.pitstop.billing.domain.payment.Money;
import com.pitstop.billing.domain.payment.PaymentId;
import com.pitstop.billing.invoicing.KnownCustomers;
import com.pitstop.billing.paying.Payables;
import com.pitstop.shared.InvalidValueException;
import com.pitstop.shared.RuleViolatedException;

/** What a request to pay comes to: an invoice knows most of it, and says whether it can be paid. */
@Component
class PaymentOrders {

    private final Payables payables;
    private final KnownCustomers customers;
    private final Currency currency;

    PaymentOrders(Payables payables, KnownCustomers customers, @Value("${pitstop.garage.currency}") Currency currency) {
        this.payables = payables;
        this.customers = customers;
        this.currency = currency;
    }

    AuthorizePayment command(PaymentId id, PaymentRequest request) {
        return request.invoiceNumber() == null
                ? ofCustomer(id, request)
                : ofInvoice(id, new InvoiceNumber(request.invoiceNumber()), request);
    }

    private AuthorizePayment ofCustomer(PaymentId id, PaymentRequest request) {
        var customer = given(request.customerId());
        var amount = given(request.amount());
        requireOwnCurrency(request);
        customers.require(customer);
        return new AuthorizePayment(
                id, customer, "", new Money(amount, currency), new Card(request.card()), request.captureAtOnce());
    }

    private AuthorizePayment ofInvoice(PaymentId id, InvoiceNumber number, PaymentRequest request) {
        var payable = payables.require(
                number,
                Optional.ofNullable(request.customerId()),
                Optional.ofNullable(request.amount()),
                Optional.ofNullable(request.currency()));
        return new AuthorizePayment(
                id,
                payable.invoice().customer().customerId(),
                number.value(),
                new Money(payable.due(), Currency.getInstance(payable.invoice().currency())),
                new Card(request.card()),
                request.captureAtOnce());
    }

    private static <T> T given(@Nullable T value) {
        if (value == null) {
            throw new InvalidValueException(
                    "payment-of-whom", "A payment is for an invoiceNumber, or for a customerId and an amount");
        }
        return value;
    }

    private void requireOwnCurrency(PaymentRequest request) {
        if (request.currency() != null && !request.currency().equals(currency.getCurrencyCode())) {
            throw new RuleViolatedException(
                    "garage-currency", "Customers pay in %s".formatted(currency.getCurrencyCode()));
        }
    }
}
