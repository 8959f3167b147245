package com.pitstop.billing.paying;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

import com.pitstop.billing.domain.InvoiceNumber;
import com.pitstop.billing.domain.RecordCardPayment;
import com.pitstop.billing.domain.payment.PaymentId;
import com.pitstop.billing.domain.payment.RefundPayment;
import com.pitstop.chassis.messaging.Reactions;
import com.pitstop.chassis.messaging.Refused;
import com.pitstop.shared.billing.PaymentCaptured;

/** What was captured for an invoice pays it. If the invoice does not want it any more, the customer gets it back. */
@Component
@ProcessingGroup("billing-receipts")
@DisallowReplay
class WhenPaymentCapturedThenPayInvoice {

    private final Reactions reactions;

    WhenPaymentCapturedThenPayInvoice(Reactions reactions) {
        this.reactions = reactions;
    }

    @EventHandler
    void on(PaymentCaptured event) {
        if (!event.invoiceNumber().isEmpty()) {
            payOrGiveBack(event);
        }
    }

    /** When the refund is refused as well, somebody gave everything back already. */
    private void payOrGiveBack(PaymentCaptured event) {
        var payment = new RecordCardPayment(
                new InvoiceNumber(event.invoiceNumber()), event.amount(), "payment " + event.paymentId());
        if (isRefused(payment)) {
            var unused =
                    isRefused(new RefundPayment(new PaymentId(event.paymentId()), refundId(event.paymentId()), null));
        }
    }

    private boolean isRefused(Object command) {
        try {
            reactions.send(command);
            return false;
        } catch (CommandExecutionException failure) {
            if (failure.<Object>getDetails().orElse(null) instanceof Refused) {
                return true;
            }
            throw failure;
        }
    }

    /** The same however often the event is handled. */
    private static UUID refundId(UUID paymentId) {
        return UUID.nameUUIDFromBytes(("invoice not paid by " + paymentId).getBytes(StandardCharsets.UTF_8));
    }
}
