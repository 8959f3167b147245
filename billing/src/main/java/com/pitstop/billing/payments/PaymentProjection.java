package com.pitstop.billing.payments;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.pitstop.billing.domain.payment.ProviderRequest;
import com.pitstop.billing.domain.payment.Step;
import com.pitstop.shared.billing.PaymentAssigned;
import com.pitstop.shared.billing.PaymentAuthorizationRequested;
import com.pitstop.shared.billing.PaymentAuthorized;
import com.pitstop.shared.billing.PaymentAwaitingCustomer;
import com.pitstop.shared.billing.PaymentCaptureRequested;
import com.pitstop.shared.billing.PaymentCaptured;
import com.pitstop.shared.billing.PaymentDeclined;
import com.pitstop.shared.billing.PaymentOutcomeUnknown;
import com.pitstop.shared.billing.PaymentRefundRequested;
import com.pitstop.shared.billing.PaymentRefunded;
import com.pitstop.shared.billing.PaymentStepRefused;
import com.pitstop.shared.billing.PaymentVoidRequested;
import com.pitstop.shared.billing.PaymentVoided;

import static com.pitstop.billing.domain.payment.Step.AUTHORIZATION;
import static com.pitstop.billing.domain.payment.Step.CAPTURE;
import static com.pitstop.billing.domain.payment.Step.REFUND;
import static com.pitstop.billing.domain.payment.Step.VOID;

/** Keeps the payments, and what the provider was asked, in step with what happened. */
@Component
@ProcessingGroup("billing-payments")
class PaymentProjection {

    private final PaymentViewRepository payments;
    private final StepViewRepository steps;
    private final Questions questions;

    PaymentProjection(PaymentViewRepository payments, StepViewRepository steps, Questions questions) {
        this.payments = payments;
        this.steps = steps;
        this.questions = questions;
    }

    @EventHandler
    void on(PaymentAuthorizationRequested event, @SequenceNumber long version, @Timestamp Instant at) {
        payments.save(new PaymentView(event, at, version));
        steps.save(new StepView(event.paymentId(), AUTHORIZATION, null, event.amount(), at));
    }

    @EventHandler
    void on(PaymentAuthorized event, @SequenceNumber long version) {
        change(event.paymentId(), version, payment -> {
            payment.becomes(PaymentStatus.AUTHORIZED, version);
            end(event.paymentId(), AUTHORIZATION, null, step -> step.becomes(StepStatus.DONE));
        });
    }

    @EventHandler
    void on(PaymentDeclined event, @SequenceNumber long version) {
        change(event.paymentId(), version, payment -> {
            payment.declined(event.reason(), version);
            end(event.paymentId(), AUTHORIZATION, null, step -> step.refused(event.reason()));
        });
    }

    @EventHandler
    void on(PaymentAwaitingCustomer event, @SequenceNumber long version) {
        change(event.paymentId(), version, payment -> {
            payment.awaitingCustomer(event.confirmationUrl(), version);
            step(event.paymentId(), AUTHORIZATION, null).becomes(StepStatus.ASKED);
        });
    }

    @EventHandler
    void on(PaymentAssigned event, @SequenceNumber long version) {
        change(event.paymentId(), version, payment -> payment.assigned(event.invoiceNumber(), version));
    }

    @EventHandler
    void on(PaymentCaptureRequested event, @SequenceNumber long version, @Timestamp Instant at) {
        change(event.paymentId(), version, payment -> {
            payment.becomes(PaymentStatus.CAPTURE_REQUESTED, version);
            begin(event.paymentId(), CAPTURE, null, event.amount(), at);
        });
    }

    @EventHandler
    void on(PaymentCaptured event, @SequenceNumber long version) {
        change(event.paymentId(), version, payment -> {
            payment.captured(event.amount(), version);
            end(event.paymentId(), CAPTURE, null, step -> step.becomes(StepStatus.DONE));
        });
    }

    /** Whatever becomes of the authorisation does not matter any more. */
    @EventHandler
    void on(PaymentVoidRequested event, @SequenceNumber long version, @Timestamp Instant at) {
        change(event.paymentId(), version, payment -> {
            payment.becomes(PaymentStatus.VOID_REQUESTED, version);
            if (step(event.paymentId(), AUTHORIZATION, null).status().isOpen()) {
                end(event.paymentId(), AUTHORIZATION, null, step -> step.becomes(StepStatus.GIVEN_UP));
            }
            begin(event.paymentId(), VOID, null, payment.amount(), at);
        });
    }

    @EventHandler
    void on(PaymentVoided event, @SequenceNumber long version) {
        change(event.paymentId(), version, payment -> {
            payment.becomes(PaymentStatus.VOIDED, version);
            end(event.paymentId(), VOID, null, step -> step.becomes(StepStatus.DONE));
        });
    }

    @EventHandler
    void on(PaymentRefundRequested event, @SequenceNumber long version, @Timestamp Instant at) {
        change(event.paymentId(), version, payment -> {
            payment.seen(version);
            begin(event.paymentId(), REFUND, event.refundId(), event.amount(), at);
        });
    }

    @EventHandler
    void on(PaymentRefunded event, @SequenceNumber long version) {
        change(event.paymentId(), version, payment -> {
            payment.refunded(event.amount(), version);
            end(event.paymentId(), REFUND, event.refundId(), step -> step.becomes(StepStatus.DONE));
        });
    }

    @EventHandler
    void on(PaymentOutcomeUnknown event, @SequenceNumber long version) {
        change(event.paymentId(), version, payment -> {
            payment.seen(version);
            step(event.requestKey()).becomes(StepStatus.UNKNOWN);
        });
    }

    @EventHandler
    void on(PaymentStepRefused event, @SequenceNumber long version) {
        change(event.paymentId(), version, payment -> {
            end(event.requestKey(), step -> step.refused(event.reason()));
            switch (Step.valueOf(event.step())) {
                case CAPTURE -> payment.becomes(PaymentStatus.AUTHORIZED, version);
                case VOID -> backFromVoid(payment, version);
                case REFUND, AUTHORIZATION -> payment.seen(version);
            }
        });
    }

    @ResetHandler
    void reset() {
        payments.deleteAllInBatch();
        steps.deleteAllInBatch();
    }

    private void backFromVoid(PaymentView payment, long version) {
        var authorization = step(payment.getId(), AUTHORIZATION, null);
        if (authorization.status() == StepStatus.GIVEN_UP) {
            authorization.becomes(StepStatus.ASKED);
        }
        payment.backFromVoid(authorization.status() == StepStatus.DONE, version);
    }

    private void change(UUID paymentId, long version, Consumer<PaymentView> change) {
        var payment = payments.findById(paymentId)
                .orElseThrow(() -> new IllegalStateException("Billing has no row of payment %s".formatted(paymentId)));
        if (payment.isBefore(version)) {
            change.accept(payment);
        }
    }

    private void begin(UUID paymentId, Step step, @Nullable UUID refundId, BigDecimal amount, Instant at) {
        steps.save(new StepView(paymentId, step, refundId, amount, at));
    }

    private void end(UUID paymentId, Step step, @Nullable UUID refundId, Consumer<StepView> ending) {
        end(ProviderRequest.key(paymentId, step, refundId), ending);
    }

    private void end(String requestKey, Consumer<StepView> ending) {
        ending.accept(step(requestKey));
        questions.forget(requestKey);
    }

    private StepView step(UUID paymentId, Step step, @Nullable UUID refundId) {
        return step(ProviderRequest.key(paymentId, step, refundId));
    }

    private StepView step(String requestKey) {
        return steps.findById(requestKey)
                .orElseThrow(() -> new IllegalStateException("Billing has no row of request %s".formatted(requestKey)));
    }
}
