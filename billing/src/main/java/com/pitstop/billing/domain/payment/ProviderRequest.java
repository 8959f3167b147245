package com.pitstop.billing.domain.payment;

import java.math.BigDecimal;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a provider is asked. It does the same key once, however often that comes.
 *
 * @param refundId of a refund, null otherwise
 * @param amount what is, or for a void may be, at stake
 * @param currency ISO 4217
 */
public record ProviderRequest(
        UUID paymentId, Step step, @Nullable UUID refundId, BigDecimal amount, String currency, String card) {

    public String key() {
        return key(paymentId, step, refundId);
    }

    public static String key(UUID paymentId, Step step, @Nullable UUID refundId) {
        return switch (step) {
            case AUTHORIZATION -> paymentId + ":authorization";
            case CAPTURE -> paymentId + ":capture";
            case VOID -> paymentId + ":void";
            case REFUND -> paymentId + ":refund:" + refundId;
        };
    }
}
