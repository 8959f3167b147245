package com.pitstop.billing.domain.payment;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

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

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/**
 * An amount on its way from a customer's card to the garage, and back. What the garage wants is decided and recorded
 * first; only then is the provider asked, and its answer recorded. {@link Progress} holds the rules.
 *
 * <pre>
 * REQUESTED ----------> AUTHORIZED ------> CAPTURE_REQUESTED ------> CAPTURED, with refunds
 *   |      \              ^  |   ^               |
 *   |       \             |  |   '--- refused ---'
 *   |   AWAITING_CUSTOMER-'  |
 *   |        |         \     |
 *   |        |          v    v
 *   |        |      VOID_REQUESTED -------> VOIDED
 *   |        v
 *   '--> DECLINED       what is refused goes back to where it was
 * </pre>
 *
 * <p>From REQUESTED a void is possible as well. Once it is asked for, what becomes of the authorisation does not matter: the
 * provider voids whatever there is under its key, also what arrives there only later.
 *
 * <p>A step that the provider refused is not asked for again.
 */
@Aggregate
@Revision("2")
class Payment {

    @AggregateIdentifier
    private PaymentId id;

    private Progress progress;

    @SuppressWarnings("NullAway.Init")
    Payment() {} // Axon starts from here, then replays the events

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(AuthorizePayment command) {
        apply(new PaymentAuthorizationRequested(
                command.paymentId().value(),
                command.customerId(),
                command.invoiceNumber(),
                command.money().amount(),
                command.money().currency().getCurrencyCode(),
                command.card().token(),
                command.captureAtOnce()));
    }

    @CommandHandler
    void handle(CapturePayment command) {
        var amount = progress.amountOr(command.amount());
        if (!progress.isBeingCapturedWith(amount)) {
            progress.requireCapturable(amount);
            apply(new PaymentCaptureRequested(id.value(), amount, currency()));
        }
    }

    @CommandHandler
    void handle(CaptureForInvoice command) {
        if (!progress.isBeingCapturedFor(command.invoiceNumber())) {
            var amount = command.due().min(progress.asked().amount());
            progress.requireCapturable(amount);
            progress.requireForNoInvoice();
            apply(new PaymentAssigned(id.value(), command.invoiceNumber()));
            apply(new PaymentCaptureRequested(id.value(), amount, currency()));
        }
    }

    @CommandHandler
    void handle(VoidPayment command) {
        if (!progress.isBeingVoided()) {
            progress.requireVoidable();
            apply(new PaymentVoidRequested(id.value()));
        }
    }

    @CommandHandler
    void handle(RefundPayment command) {
        if (!progress.refunds().contain(command.refundId(), command.amount())) {
            var amount = progress.restOr(command.amount());
            progress.requireRefundable(command.refundId(), amount);
            apply(new PaymentRefundRequested(id.value(), command.refundId(), amount, currency()));
        }
    }

    @CommandHandler
    void handle(RecordAnswer command) {
        openRequest(command.requestKey())
                .filter(request -> progress.isNews(request, command.answer()))
                .ifPresent(request -> take(request, command.answer()));
    }

    Optional<ProviderRequest> openRequest(String key) {
        return progress.openRequest(key);
    }

    boolean isNews(String requestKey, Answer answer) {
        return openRequest(requestKey)
                .filter(request -> progress.isNews(request, answer))
                .isPresent();
    }

    private void take(ProviderRequest request, Answer answer) {
        switch (answer.outcome()) {
            case DONE -> done(request);
            case REFUSED -> refused(request, answer.detail());
            case PENDING -> apply(new PaymentAwaitingCustomer(id.value(), answer.detail()));
            case UNKNOWN ->
                apply(new PaymentOutcomeUnknown(id.value(), request.step().name(), request.key()));
        }
    }

    private void done(ProviderRequest request) {
        var amount = request.amount();
        switch (request.step()) {
            case AUTHORIZATION -> authorized(amount);
            case CAPTURE -> captured(amount);
            case VOID -> apply(new PaymentVoided(id.value()));
            case REFUND ->
                apply(new PaymentRefunded(
                        id.value(), Objects.requireNonNull(request.refundId()), amount, request.currency()));
        }
    }

    private void authorized(BigDecimal amount) {
        apply(new PaymentAuthorized(id.value(), amount, currency()));
        if (progress.asked().captureAtOnce()) {
            apply(new PaymentCaptureRequested(id.value(), amount, currency()));
        }
    }

    private void captured(BigDecimal amount) {
        var customerId = progress.asked().customerId();
        apply(new PaymentCaptured(id.value(), customerId, progress.invoiceNumber(), amount, currency()));
    }

    private void refused(ProviderRequest request, String reason) {
        apply(
                request.step() == Step.AUTHORIZATION
                        ? new PaymentDeclined(id.value(), reason)
                        : new PaymentStepRefused(id.value(), request.step().name(), request.key(), reason));
    }

    private String currency() {
        return progress.asked().currency();
    }

    @EventSourcingHandler
    void on(PaymentAuthorizationRequested event) {
        id = new PaymentId(event.paymentId());
        progress = Progress.begin(event);
    }

    @EventSourcingHandler
    void on(PaymentAwaitingCustomer event) {
        progress = progress.at(Stage.AWAITING_CUSTOMER);
    }

    @EventSourcingHandler
    void on(PaymentAuthorized event) {
        progress = progress.at(Stage.AUTHORIZED);
    }

    @EventSourcingHandler
    void on(PaymentDeclined event) {
        progress = progress.at(Stage.DECLINED);
    }

    @EventSourcingHandler
    void on(PaymentAssigned event) {
        progress = progress.payingFor(event.invoiceNumber());
    }

    @EventSourcingHandler
    void on(PaymentCaptureRequested event) {
        progress = progress.capture(event.amount());
    }

    @EventSourcingHandler
    void on(PaymentCaptured event) {
        progress = progress.at(Stage.CAPTURED);
    }

    @EventSourcingHandler
    void on(PaymentVoidRequested event) {
        progress = progress.abandon();
    }

    @EventSourcingHandler
    void on(PaymentVoided event) {
        progress = progress.at(Stage.VOIDED);
    }

    @EventSourcingHandler
    void on(PaymentRefundRequested event) {
        progress = progress.with(progress.refunds().ask(event.refundId(), event.amount()));
    }

    @EventSourcingHandler
    void on(PaymentRefunded event) {
        progress = progress.with(progress.refunds().give(event.refundId(), event.amount()));
    }

    @EventSourcingHandler
    void on(PaymentOutcomeUnknown event) {
        progress = progress.unknown(event.requestKey());
    }

    @EventSourcingHandler
    void on(PaymentStepRefused event) {
        progress = progress.refuse(Step.valueOf(event.step()), event.requestKey());
    }
}
