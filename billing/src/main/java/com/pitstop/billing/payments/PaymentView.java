package com.pitstop.billing.payments;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

import com.pitstop.chassis.persistence.InsertedOnce;
import com.pitstop.shared.billing.PaymentAuthorizationRequested;

/** A payment after the event whose sequence number is the row's version. */
@InsertedOnce
@Entity(name = "BillingPayment")
@Table(schema = "billing", name = "payment")
class PaymentView implements Persistable<UUID> {

    @Id
    private UUID paymentId;

    private UUID customerId;
    private String invoiceNumber;
    private BigDecimal amount;
    private String currency;
    private String card;

    @Enumerated(EnumType.STRING)
    private PaymentStatus status;

    private BigDecimal captured;
    private BigDecimal refunded;
    private @Nullable String declineReason;
    private @Nullable String confirmationUrl;
    private Instant requestedAt;
    private long version;

    @Transient
    private boolean isNew;

    protected PaymentView() {}

    PaymentView(PaymentAuthorizationRequested event, Instant requestedAt, long version) {
        this.paymentId = event.paymentId();
        this.customerId = event.customerId();
        this.invoiceNumber = event.invoiceNumber();
        this.amount = event.amount();
        this.currency = event.currency();
        this.card = event.card();
        this.status = PaymentStatus.REQUESTED;
        this.captured = BigDecimal.ZERO.setScale(2);
        this.refunded = BigDecimal.ZERO.setScale(2);
        this.requestedAt = requestedAt;
        this.version = version;
        this.isNew = true;
    }

    boolean isBefore(long version) {
        return this.version < version;
    }

    void becomes(PaymentStatus status, long version) {
        this.status = status;
        this.version = version;
    }

    /** What was voided is as it was before, if the provider will not void it. */
    void backFromVoid(boolean authorized, long version) {
        var before = confirmationUrl == null ? PaymentStatus.REQUESTED : PaymentStatus.AWAITING_CUSTOMER;
        becomes(authorized ? PaymentStatus.AUTHORIZED : before, version);
    }

    void seen(long version) {
        this.version = version;
    }

    void assigned(String invoiceNumber, long version) {
        this.invoiceNumber = invoiceNumber;
        seen(version);
    }

    void declined(String reason, long version) {
        this.declineReason = reason;
        becomes(PaymentStatus.DECLINED, version);
    }

    void awaitingCustomer(String url, long version) {
        this.confirmationUrl = url;
        becomes(PaymentStatus.AWAITING_CUSTOMER, version);
    }

    void captured(BigDecimal captured, long version) {
        this.captured = captured;
        becomes(PaymentStatus.CAPTURED, version);
    }

    void refunded(BigDecimal more, long version) {
        this.refunded = refunded.add(more);
        var all = refunded.compareTo(captured) == 0;
        becomes(all ? PaymentStatus.REFUNDED : PaymentStatus.PARTIALLY_REFUNDED, version);
    }

    BigDecimal amount() {
        return amount;
    }

    Payment asPayment(List<Payment.AskedStep> steps) {
        return new Payment(
                paymentId,
                status,
                waitsFor(steps),
                customerId,
                invoiceNumberOrNull(),
                amount,
                currency,
                card,
                captured,
                refunded,
                declineReason,
                status == PaymentStatus.AWAITING_CUSTOMER ? confirmationUrl : null,
                requestedAt,
                steps);
    }

    PaymentPage.Item asItem() {
        return new PaymentPage.Item(
                paymentId,
                status,
                customerId,
                invoiceNumberOrNull(),
                amount,
                currency,
                captured,
                refunded,
                requestedAt);
    }

    private String waitsFor(List<Payment.AskedStep> steps) {
        if (steps.stream().anyMatch(step -> step.status() == StepStatus.UNKNOWN)) {
            return "The provider did not say what it did: it is asked again";
        }
        return steps.stream()
                        .anyMatch(
                                step -> step.refundId() != null && step.status().isOpen())
                ? "The provider is asked to refund"
                : status.waitsFor();
    }

    private @Nullable String invoiceNumberOrNull() {
        return invoiceNumber.isEmpty() ? null : invoiceNumber;
    }

    @Override
    public UUID getId() {
        return paymentId;
    }

    @Override
    public boolean isNew() {
        return isNew;
    }

    @PostLoad
    @PostPersist
    void stored() {
        isNew = false;
    }
}
