package com.pitstop.billing.web;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;

import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import com.pitstop.billing.domain.payment.CapturePayment;
import com.pitstop.billing.domain.payment.PaymentId;
import com.pitstop.billing.domain.payment.RefundPayment;
import com.pitstop.billing.domain.payment.VoidPayment;
import com.pitstop.billing.payments.FindPayment;
import com.pitstop.billing.payments.ListPayments;
import com.pitstop.billing.payments.Payment;
import com.pitstop.billing.payments.PaymentPage;
import com.pitstop.billing.payments.PaymentStatus;
import com.pitstop.chassis.web.Paging;
import com.pitstop.chassis.web.Submissions;
import com.pitstop.shared.NotFoundException;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/** No answer waits for the provider: it may be this process, and need the very threads that would wait for it. */
@Tag(name = "Payments", description = "Money from customers' cards, and back")
@RestController
@RequestMapping("/api/payments")
class PaymentController {

    record RequestedPayment(UUID paymentId) {}

    private final Submissions submissions;
    private final QueryGateway queries;
    private final PaymentOrders orders;

    PaymentController(Submissions submissions, QueryGateway queries, PaymentOrders orders) {
        this.submissions = submissions;
        this.queries = queries;
        this.orders = orders;
    }

    @Operation(summary = "Ask for an amount to be set aside on a card, for an invoice or for a customer")
    @PostMapping
    ResponseEntity<RequestedPayment> authorize(@RequestBody @Valid PaymentRequest request) {
        var submission = submissions.creating(request);
        var id = submission.newId();
        return submission
                .send(() -> orders.command(new PaymentId(id), request))
                .created("/api/payments/" + id, new RequestedPayment(id), shows(id, payment -> true));
    }

    @Operation(summary = "List payments, newest first")
    @GetMapping
    PaymentPage list(
            @RequestParam(required = false) @Size(max = 20) @Nullable String invoiceNumber,
            @RequestParam(required = false) @Nullable UUID customerId,
            @RequestParam(required = false) @Nullable PaymentStatus status,
            @Valid @ParameterObject Paging paging) {
        var list = new ListPayments(invoiceNumber, customerId, status, paging.pageOrFirst(), paging.sizeOrUsual());
        return queries.query(list, PaymentPage.class).join();
    }

    @Operation(summary = "Look a payment up, and what it waits for")
    @GetMapping("/{paymentId}")
    Payment show(@PathVariable UUID paymentId) {
        return find(paymentId)
                .orElseThrow(
                        () -> new NotFoundException("known-payment", "Payment %s is not known".formatted(paymentId)));
    }

    @Operation(summary = "Take what is set aside; all of it unless an amount is named")
    @PutMapping("/{paymentId}/capture")
    ResponseEntity<@Nullable Void> capture(
            @PathVariable UUID paymentId, @RequestBody(required = false) @Valid @Nullable CaptureRequest request) {
        var amount = request == null ? null : request.amount();
        return submissions
                .changing()
                .send(() -> new CapturePayment(new PaymentId(paymentId), amount))
                .done(shows(paymentId, payment -> payment.status() != PaymentStatus.AUTHORIZED));
    }

    @Operation(summary = "Let go of what is set aside, or may be")
    @PutMapping("/{paymentId}/void")
    ResponseEntity<@Nullable Void> cancel(@PathVariable UUID paymentId) {
        return submissions
                .changing()
                .send(() -> new VoidPayment(new PaymentId(paymentId)))
                .done(shows(
                        paymentId,
                        payment -> payment.status() == PaymentStatus.VOID_REQUESTED
                                || payment.status() == PaymentStatus.VOIDED));
    }

    @Operation(
            summary =
                    "Give back what was captured, or a part; another refund of the same amount needs an id of its own")
    @PutMapping("/{paymentId}/refund")
    ResponseEntity<@Nullable Void> refund(
            @PathVariable UUID paymentId, @RequestBody(required = false) @Valid @Nullable RefundRequest request) {
        var amount = request == null ? null : request.amount();
        var refundId = request == null || request.refundId() == null ? refundId(paymentId, amount) : request.refundId();
        return submissions
                .changing()
                .send(() -> new RefundPayment(new PaymentId(paymentId), refundId, amount))
                .done(shows(
                        paymentId,
                        payment -> payment.steps().stream().anyMatch(step -> refundId.equals(step.refundId()))));
    }

    /** The same for the same request, which is repeated without harm. */
    private static UUID refundId(UUID paymentId, @Nullable BigDecimal amount) {
        var what = amount == null ? "the rest" : amount.stripTrailingZeros().toPlainString();
        return UUID.nameUUIDFromBytes((paymentId + " refund of " + what).getBytes(StandardCharsets.UTF_8));
    }

    private BooleanSupplier shows(UUID paymentId, Predicate<Payment> change) {
        return () -> find(paymentId).filter(change).isPresent();
    }

    private Optional<Payment> find(UUID paymentId) {
        return queries.query(new FindPayment(paymentId), ResponseTypes.optionalInstanceOf(Payment.class))
                .join();
    }
}
