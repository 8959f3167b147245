package com.pitstop.notification.mailing;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.processing.InOrder;
import com.pitstop.notification.contacts.Contacts;
import com.pitstop.notification.domain.MailKind;
import com.pitstop.notification.texts.Topic;
import com.pitstop.shared.customer.CustomerRegistered;

/** Every new customer is welcomed, at the address of the event: the copies may hear of it a moment later. */
@Component
@ProcessingGroup("notification")
@InOrder
@DisallowReplay
class WhenCustomerRegisteredThenWelcome {

    private final Contacts contacts;
    private final Clerk clerk;

    WhenCustomerRegisteredThenWelcome(Contacts contacts, Clerk clerk) {
        this.contacts = contacts;
        this.clerk = clerk;
    }

    @EventHandler
    void on(CustomerRegistered event, DomainEventMessage<?> cause) {
        var newcomer = contacts.contact(event.customerId(), event.name(), event.emailAddress());
        clerk.write(cause, new Draft(MailKind.WELCOME, event.customerId(), Topic.ofCustomer()), newcomer);
    }
}
