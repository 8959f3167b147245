package com.pitstop.billing.domain.payment;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import com.pitstop.shared.RuleViolatedException;
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
 * first; only then is the provider asked, by {@link #openRequest}, and its answer recorded.
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
 * <p>A step that the provider refused is not asked for again: an order of it may still be under way, and means the same
 * only under the same key.
 */
@Aggregate
@Revision("1")
class Payment {

    @AggregateIdentifier
    private PaymentId id;

    private PaymentAuthorizationRequested asked;
    private Stage stage;
    private Stage beforeVoid;
    private BigDecimal captured = BigDecimal.ZERO; // or to be captured
    private Refunds refunds = Refunds.NONE;
    private Set<String> unknown = Set.of();
    private Set<String> refused = Set.of();

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
        var amount = Objects.requireNonNullElse(command.amount(), asked.amount());
        if (isBeingCaptured() && amount.compareTo(captured) == 0) {
            return;
        }
        requireAuthorized();
        requireNotRefused(Step.CAPTURE, null);
        requireAtMostAuthorized(amount);
        requireWholeInvoice(amount);
        apply(new PaymentCaptureRequested(id.value(), amount, asked.currency()));
    }

    @CommandHandler
    void handle(VoidPayment command) {
        if (stage == Stage.VOID_REQUESTED || stage == Stage.VOIDED) {
            return;
        }
        requireNotCaptured();
        requireNotDeclined();
        requireNotRefused(Step.VOID, null);
        apply(new PaymentVoidRequested(id.value()));
    }

    @CommandHandler
    void handle(RefundPayment command) {
        if (refunds.contain(command.refundId(), command.amount())) {
            return;
        }
        requireCaptured();
        requireNotRefused(Step.REFUND, command.refundId());
        var rest = refunds.rest(captured);
        var amount = Objects.requireNonNullElse(command.amount(), rest);
        requireAtMost(rest, amount);
        apply(new PaymentRefundRequested(id.value(), command.refundId(), amount, asked.currency()));
    }

    @CommandHandler
    void handle(RecordAnswer command) {
        openRequest(command.requestKey())
                .filter(request -> isNews(request, command.answer()))
                .ifPresent(request -> take(request, command.answer()));
    }

    /** Whether the answer would change anything: what is open may be pending, or unknown, for long. */
    boolean isNews(String requestKey, Answer answer) {
        return openRequest(requestKey)
                .filter(request -> isNews(request, answer))
                .isPresent();
    }

    private boolean isNews(ProviderRequest request, Answer answer) {
        return switch (answer.outcome()) {
            case DONE, REFUSED -> true;
            case PENDING -> stage == Stage.REQUESTED;
            case UNKNOWN -> !unknown.contains(request.key());
        };
    }

    /** What the provider was asked under a key and has not given a final answer to, as far as that still matters. */
    Optional<ProviderRequest> openRequest(String key) {
        return switch (stage) {
            case REQUESTED, AWAITING_CUSTOMER -> request(Step.AUTHORIZATION, null, asked.amount(), key);
            case CAPTURE_REQUESTED -> request(Step.CAPTURE, null, captured, key);
            case VOID_REQUESTED -> request(Step.VOID, null, asked.amount(), key);
            case CAPTURED -> openRefund(key);
            case AUTHORIZED, DECLINED, VOIDED -> Optional.empty();
        };
    }

    private Optional<ProviderRequest> openRefund(String key) {
        return refunds.asked().entrySet().stream()
                .flatMap(refund -> request(Step.REFUND, refund.getKey(), refund.getValue(), key).stream())
                .findFirst();
    }

    private Optional<ProviderRequest> request(Step step, @Nullable UUID refundId, BigDecimal amount, String key) {
        var request = new ProviderRequest(id.value(), step, refundId, amount, asked.currency(), asked.card());
        return Optional.of(request).filter(open -> open.key().equals(key));
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
        var payment = id.value();
        switch (request.step()) {
            case AUTHORIZATION -> authorized();
            case CAPTURE ->
                apply(new PaymentCaptured(
                        payment, asked.customerId(), asked.invoiceNumber(), request.amount(), request.currency()));
            case VOID -> apply(new PaymentVoided(payment));
            case REFUND ->
                apply(new PaymentRefunded(
                        payment, Objects.requireNonNull(request.refundId()), request.amount(), request.currency()));
        }
    }

    private void authorized() {
        apply(new PaymentAuthorized(id.value(), asked.amount(), asked.currency()));
        if (asked.captureAtOnce()) {
            apply(new PaymentCaptureRequested(id.value(), asked.amount(), asked.currency()));
        }
    }

    private void refused(ProviderRequest request, String reason) {
        apply(
                request.step() == Step.AUTHORIZATION
                        ? new PaymentDeclined(id.value(), reason)
                        : new PaymentStepRefused(id.value(), request.step().name(), request.key(), reason));
    }

    private boolean isBeingCaptured() {
        return stage == Stage.CAPTURE_REQUESTED || stage == Stage.CAPTURED;
    }

    private void requireAuthorized() {
        if (stage != Stage.AUTHORIZED) {
            throw new RuleViolatedException("payment-authorized", "Only what is set aside can be captured");
        }
    }

    private void requireAtMostAuthorized(BigDecimal amount) {
        if (amount.compareTo(asked.amount()) > 0) {
            throw new RuleViolatedException(
                    "capture-at-most-authorized",
                    "%s %s are set aside, less than %s"
                            .formatted(asked.currency(), asked.amount().toPlainString(), amount.toPlainString()));
        }
    }

    private void requireWholeInvoice(BigDecimal amount) {
        if (!asked.invoiceNumber().isEmpty() && amount.compareTo(asked.amount()) != 0) {
            throw new RuleViolatedException(
                    "full-amount", "Invoice %s is paid as a whole".formatted(asked.invoiceNumber()));
        }
    }

    private void requireNotCaptured() {
        if (isBeingCaptured()) {
            throw new RuleViolatedException("payment-not-captured", "What is captured can only be refunded");
        }
    }

    private void requireNotDeclined() {
        if (stage == Stage.DECLINED) {
            throw new RuleViolatedException("payment-open", "This payment was declined: there is nothing to void");
        }
    }

    private void requireCaptured() {
        if (stage != Stage.CAPTURED) {
            throw new RuleViolatedException("payment-captured", "Only what is captured can be refunded");
        }
    }

    /** A provider says the same again under the same key. */
    private void requireNotRefused(Step step, @Nullable UUID refundId) {
        if (refused.contains(ProviderRequest.key(id.value(), step, refundId))) {
            throw new RuleViolatedException(
                    "step-not-refused", "The provider refused that before, and would say the same again");
        }
    }

    private void requireAtMost(BigDecimal rest, BigDecimal amount) {
        if (rest.signum() == 0 || amount.compareTo(rest) > 0) {
            throw new RuleViolatedException(
                    "refund-at-most-captured",
                    "Of this payment %s %s are left to refund".formatted(asked.currency(), rest.toPlainString()));
        }
    }

    @EventSourcingHandler
    void on(PaymentAuthorizationRequested event) {
        id = new PaymentId(event.paymentId());
        asked = event;
        stage = Stage.REQUESTED;
        beforeVoid = Stage.REQUESTED;
    }

    @EventSourcingHandler
    void on(PaymentAwaitingCustomer event) {
        stage = Stage.AWAITING_CUSTOMER;
    }

    @EventSourcingHandler
    void on(PaymentAuthorized event) {
        stage = Stage.AUTHORIZED;
    }

    @EventSourcingHandler
    void on(PaymentDeclined event) {
        stage = Stage.DECLINED;
    }

    @EventSourcingHandler
    void on(PaymentCaptureRequested event) {
        stage = Stage.CAPTURE_REQUESTED;
        captured = event.amount();
    }

    @EventSourcingHandler
    void on(PaymentCaptured event) {
        stage = Stage.CAPTURED;
    }

    @EventSourcingHandler
    void on(PaymentVoidRequested event) {
        beforeVoid = stage;
        stage = Stage.VOID_REQUESTED;
    }

    @EventSourcingHandler
    void on(PaymentVoided event) {
        stage = Stage.VOIDED;
    }

    @EventSourcingHandler
    void on(PaymentRefundRequested event) {
        refunds = refunds.ask(event.refundId(), event.amount());
    }

    @EventSourcingHandler
    void on(PaymentRefunded event) {
        refunds = refunds.give(event.refundId(), event.amount());
    }

    @EventSourcingHandler
    void on(PaymentOutcomeUnknown event) {
        unknown = with(event.requestKey(), unknown);
    }

    @EventSourcingHandler
    void on(PaymentStepRefused event) {
        refused = with(event.requestKey(), refused);
        switch (Step.valueOf(event.step())) {
            case CAPTURE -> stage = Stage.AUTHORIZED;
            case VOID -> stage = beforeVoid;
            case REFUND -> refunds = refunds.refuse(event.requestKey());
            case AUTHORIZATION -> {}
        }
    }

    private static Set<String> with(String key, Set<String> keys) {
        return Stream.concat(keys.stream(), Stream.of(key)).collect(Collectors.toUnmodifiableSet());
    }
}
