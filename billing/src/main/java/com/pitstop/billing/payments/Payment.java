package com.pitstop.billing.payments;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.pitstop.billing.domain.payment.Step;

/**
 * A payment by card as it stands.
 *
 * @param waitsFor a sentence for a person
 * @param invoiceNumber null when it pays no invoice
 * @param currency ISO 4217, of all amounts
 * @param captured what the garage got, refunds not subtracted
 * @param confirmationUrl where the customer confirms, while that is waited for
 * @param steps what the provider was asked, oldest first
 */
public record Payment(
        UUID paymentId,
        PaymentStatus status,
        String waitsFor,
        UUID customerId,
        @Nullable String invoiceNumber,
        BigDecimal amount,
        String currency,
        String card,
        BigDecimal captured,
        BigDecimal refunded,
        @Nullable String declineReason,
        @Nullable String confirmationUrl,
        Instant requestedAt,
        List<AskedStep> steps) {

    /**
     * Something that the provider was asked.
     *
     * @param refundId of a refund
     * @param reason why the provider refused
     * @param attempts how often it was tried so far, while there is no answer
     * @param nextQuestionAt when the provider is asked again, while there is no answer
     */
    public record AskedStep(
            Step step,
            @Nullable UUID refundId,
            BigDecimal amount,
            StepStatus status,
            @Nullable String reason,
            Instant requestedAt,
            @Nullable Integer attempts,
            @Nullable Instant nextQuestionAt) {}

    public Payment {
        steps = List.copyOf(steps);
    }
}
