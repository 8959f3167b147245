package com.pitstop.billing.activities;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.pitstop.chassis.steps.Reply;
import com.pitstop.shared.billing.PaymentAuthorized;
import com.pitstop.shared.billing.PaymentCaptured;
import com.pitstop.shared.billing.PaymentDeclined;
import com.pitstop.shared.billing.PaymentStepRefused;
import com.pitstop.shared.billing.PaymentVoidRequested;

/** What the provider decides about a payment, and which events tell how. */
enum Deed {
    AUTHORIZATION {
        @Override
        Optional<Reply> decidedBy(Object event) {
            if (event instanceof PaymentAuthorized authorized) {
                return Optional.of(Reply.completed(
                        Map.of("paymentId", authorized.paymentId().toString())));
            }
            if (event instanceof PaymentDeclined declined) {
                return Optional.of(Reply.refused("payment-declined", declined.reason()));
            }
            return event instanceof PaymentVoidRequested
                    ? Optional.of(Reply.refused("payment-voided", "The payment was voided"))
                    : Optional.empty();
        }
    },

    CAPTURE {
        @Override
        Optional<Reply> decidedBy(Object event) {
            if (event instanceof PaymentCaptured captured) {
                return Optional.of(captured(captured.paymentId(), captured.amount(), captured.invoiceNumber()));
            }
            if (event instanceof PaymentVoidRequested voided) {
                return Optional.of(captured(voided.paymentId(), NOTHING, ""));
            }
            return event instanceof PaymentStepRefused refused && refused.step().equals(name())
                    ? Optional.of(Reply.refused("capture-refused", refused.reason()))
                    : Optional.empty();
        }
    };

    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    private static Reply captured(UUID paymentId, BigDecimal amount, String invoiceNumber) {
        return Reply.completed(Map.of(
                "paymentId", paymentId.toString(),
                "captured", amount.toPlainString(),
                "invoiceNumber", invoiceNumber));
    }

    /** Empty when the event does not decide it. */
    abstract Optional<Reply> decidedBy(Object event);
}
