package com.pitstop.billing.payments;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
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

import com.pitstop.billing.domain.payment.ProviderRequest;
import com.pitstop.billing.domain.payment.Step;
import com.pitstop.chassis.persistence.InsertedOnce;

/** Something that the provider was asked, and what became of it. */
@InsertedOnce
@Entity(name = "BillingPaymentStep")
@Table(schema = "billing", name = "payment_step")
class StepView implements Persistable<String> {

    @Id
    private String requestKey;

    @SuppressWarnings("UnusedVariable") // what it is found by
    private UUID paymentId;

    @Enumerated(EnumType.STRING)
    private Step step;

    private @Nullable UUID refundId;
    private BigDecimal amount;

    @Enumerated(EnumType.STRING)
    private StepStatus status;

    private @Nullable String reason;
    private Instant requestedAt;

    @Transient
    private boolean isNew;

    protected StepView() {}

    StepView(UUID paymentId, Step step, @Nullable UUID refundId, BigDecimal amount, Instant requestedAt) {
        this.requestKey = ProviderRequest.key(paymentId, step, refundId);
        this.paymentId = paymentId;
        this.step = step;
        this.refundId = refundId;
        this.amount = amount;
        this.status = StepStatus.ASKED;
        this.requestedAt = requestedAt;
        this.isNew = true;
    }

    void becomes(StepStatus status) {
        this.status = status;
    }

    void refused(String reason) {
        this.reason = reason;
        this.status = StepStatus.REFUSED;
    }

    StepStatus status() {
        return status;
    }

    Payment.AskedStep asStep(Optional<Questions.Question> question) {
        var open = question.filter(asked -> status.isOpen());
        return new Payment.AskedStep(
                step,
                refundId,
                amount,
                status,
                reason,
                requestedAt,
                open.map(Questions.Question::attempts).orElse(null),
                open.map(Questions.Question::dueAt).orElse(null));
    }

    @Override
    public String getId() {
        return requestKey;
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
