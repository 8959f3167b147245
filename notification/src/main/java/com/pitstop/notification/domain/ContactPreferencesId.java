package com.pitstop.notification.domain;

import com.pitstop.shared.customer.CustomerId;

/** The preferences of a customer. Reads {@code contact-preferences:<uuid>}: the name of their stream of events. */
public record ContactPreferencesId(CustomerId customerId) {

    @Override
    public String toString() {
        return "contact-preferences:" + customerId.value();
    }
}
