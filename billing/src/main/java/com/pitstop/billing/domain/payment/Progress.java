package com.pitstop.billing.domain.payment;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.pitstop.shared.RuleViolatedException;
import com.pitstop.shared.billing.PaymentAuthorizationRequested;

/**
 * How far a payment has come, and the rules between its steps. Immutable, and unaware of Axon.
 *
 * @param invoiceNumber of the invoice that it pays, empty when it is for none
 * @param beforeVoid where it was when a void was asked for
 * @param captured what was captured, or is to be
 * @param unknown keys of requests whose outcome was recorded as unknown
 * @param refused keys of requests that the provider refused
 */
record Progress(
        PaymentAuthorizationRequested asked,
        String invoiceNumber,
        Stage stage,
        Stage beforeVoid,
        BigDecimal captured,
        Refunds refunds,
        Set<String> unknown,
        Set<String> refused) {

    static Progress begin(PaymentAuthorizationRequested asked) {
        return new Progress(
                asked,
                asked.invoiceNumber(),
                Stage.REQUESTED,
                Stage.REQUESTED,
                BigDecimal.ZERO,
                Refunds.NONE,
                Set.of(),
                Set.of());
    }

    Progress payingFor(String invoice) {
        return new Progress(asked, invoice, stage, beforeVoid, captured, refunds, unknown, refused);
    }

    Progress at(Stage next) {
        return new Progress(asked, invoiceNumber, next, beforeVoid, captured, refunds, unknown, refused);
    }

    Progress capture(BigDecimal amount) {
        return new Progress(
                asked, invoiceNumber, Stage.CAPTURE_REQUESTED, beforeVoid, amount, refunds, unknown, refused);
    }

    Progress abandon() {
        return new Progress(asked, invoiceNumber, Stage.VOID_REQUESTED, stage, captured, refunds, unknown, refused);
    }

    Progress with(Refunds changed) {
        return new Progress(asked, invoiceNumber, stage, beforeVoid, captured, changed, unknown, refused);
    }

    Progress unknown(String key) {
        return new Progress(asked, invoiceNumber, stage, beforeVoid, captured, refunds, with(key, unknown), refused);
    }

    /** All is as it was before that was asked for. */
    Progress refuse(Step step, String key) {
        var noted =
                new Progress(asked, invoiceNumber, stage, beforeVoid, captured, refunds, unknown, with(key, refused));
        return switch (step) {
            case AUTHORIZATION -> noted.at(Stage.DECLINED);
            case CAPTURE -> noted.at(Stage.AUTHORIZED);
            case VOID -> noted.at(beforeVoid);
            case REFUND -> noted.with(refunds.refuse(key));
        };
    }

    /** What the provider was asked under a key and has not given a final answer to, as far as that still matters. */
    Optional<ProviderRequest> openRequest(String key) {
        return openRequests().filter(request -> request.key().equals(key)).findFirst();
    }

    private Stream<ProviderRequest> openRequests() {
        return switch (stage) {
            case REQUESTED, AWAITING_CUSTOMER -> Stream.of(request(Step.AUTHORIZATION, null, asked.amount()));
            case CAPTURE_REQUESTED -> Stream.of(request(Step.CAPTURE, null, captured));
            case VOID_REQUESTED -> Stream.of(request(Step.VOID, null, asked.amount()));
            case CAPTURED ->
                refunds.asked().entrySet().stream()
                        .map(refund -> request(Step.REFUND, refund.getKey(), refund.getValue()));
            case AUTHORIZED, DECLINED, VOIDED -> Stream.empty();
        };
    }

    private ProviderRequest request(Step step, @Nullable UUID refundId, BigDecimal amount) {
        return new ProviderRequest(asked.paymentId(), step, refundId, amount, asked.currency(), asked.card());
    }

    /** Whether the answer would change anything: what is open may be pending, or unknown, for long. */
    boolean isNews(ProviderRequest request, Answer answer) {
        return switch (answer.outcome()) {
            case DONE, REFUSED -> true;
            case PENDING -> stage == Stage.REQUESTED;
            case UNKNOWN -> !unknown.contains(request.key());
        };
    }

    boolean isBeingCaptured() {
        return stage == Stage.CAPTURE_REQUESTED || stage == Stage.CAPTURED;
    }

    boolean isBeingCapturedWith(BigDecimal amount) {
        return isBeingCaptured() && amount.compareTo(captured) == 0;
    }

    boolean isBeingCapturedFor(String invoice) {
        return isBeingCaptured() && invoice.equals(invoiceNumber);
    }

    boolean isBeingVoided() {
        return stage == Stage.VOID_REQUESTED || stage == Stage.VOIDED;
    }

    BigDecimal amountOr(@Nullable BigDecimal wanted) {
        return Objects.requireNonNullElse(wanted, asked.amount());
    }

    BigDecimal restOr(@Nullable BigDecimal wanted) {
        return Objects.requireNonNullElse(wanted, refunds.rest(captured));
    }

    void requireCapturable(BigDecimal amount) {
        require(stage == Stage.AUTHORIZED, "payment-authorized", "Only what is set aside can be captured");
        requireNotRefused(Step.CAPTURE, null);
        require(
                amount.compareTo(asked.amount()) <= 0,
                "capture-at-most-authorized",
                "%s are set aside, less than %s".formatted(money(asked.amount()), money(amount)));
        require(
                asked.invoiceNumber().isEmpty() || amount.compareTo(asked.amount()) == 0,
                "full-amount",
                "Invoice %s is paid as a whole".formatted(asked.invoiceNumber()));
    }

    void requireForNoInvoice() {
        require(
                invoiceNumber.isEmpty(),
                "one-invoice-per-payment",
                "This payment is for invoice %s".formatted(invoiceNumber));
    }

    void requireVoidable() {
        require(!isBeingCaptured(), "payment-not-captured", "What is captured can only be refunded");
        require(stage != Stage.DECLINED, "payment-open", "This payment was declined: there is nothing to void");
        requireNotRefused(Step.VOID, null);
    }

    void requireRefundable(UUID refundId, BigDecimal amount) {
        require(stage == Stage.CAPTURED, "payment-captured", "Only what is captured can be refunded");
        requireNotRefused(Step.REFUND, refundId);
        var rest = refunds.rest(captured);
        require(
                amount.signum() > 0 && amount.compareTo(rest) <= 0,
                "refund-at-most-captured",
                "Of this payment %s are left to refund".formatted(money(rest)));
    }

    /** An order of it may still be under way, and means the same only under the same key. */
    private void requireNotRefused(Step step, @Nullable UUID refundId) {
        require(
                !refused.contains(ProviderRequest.key(asked.paymentId(), step, refundId)),
                "step-not-refused",
                "The provider refused that before, and would say the same again");
    }

    private static void require(boolean kept, String rule, String sentence) {
        if (!kept) {
            throw new RuleViolatedException(rule, sentence);
        }
    }

    private String money(BigDecimal amount) {
        return asked.currency() + " " + amount.toPlainString();
    }

    private static Set<String> with(String key, Set<String> keys) {
        return Stream.concat(keys.stream(), Stream.of(key)).collect(Collectors.toUnmodifiableSet());
    }
}
