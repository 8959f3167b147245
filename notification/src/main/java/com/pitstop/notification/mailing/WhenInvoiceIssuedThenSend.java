package com.pitstop.notification.mailing;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.processing.InOrder;
import com.pitstop.notification.domain.MailKind;
import com.pitstop.notification.texts.Topic;
import com.pitstop.shared.billing.InvoiceIssued;

import tools.jackson.databind.json.JsonMapper;

/** Every invoice is sent. It is printed when the mail is, from all that the event says. */
@Component
@ProcessingGroup("notification")
@InOrder
@DisallowReplay
class WhenInvoiceIssuedThenSend {

    private final Clerk clerk;
    private final JsonMapper json;

    WhenInvoiceIssuedThenSend(Clerk clerk, JsonMapper json) {
        this.clerk = clerk;
        this.json = json;
    }

    @EventHandler
    void on(InvoiceIssued event, DomainEventMessage<?> cause) {
        var draft = new Draft(MailKind.INVOICE, event.customer().customerId(), Topic.of(event));
        clerk.write(cause, draft.withInvoice(json.writeValueAsString(event)));
    }
}
