package com.pitstop.customer.activities;

import java.util.Locale;
import java.util.Optional;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

import com.pitstop.chassis.messaging.PastEvents;
import com.pitstop.customer.domain.ContactDetails;
import com.pitstop.shared.customer.ContactDetailsChanged;
import com.pitstop.shared.customer.CustomerDeactivated;
import com.pitstop.shared.customer.CustomerId;
import com.pitstop.shared.customer.CustomerRegistered;

/** A customer by their own events, as plain values: the limits of contact details may have tightened. */
record KnownCustomer(
        String name, String address, String postalCode, String city, String telephoneNumber, String emailAddress) {

    /** Empty when there is none, or they have left. */
    static Optional<KnownCustomer> find(CustomerId id, EventStore eventStore) {
        return PastEvents.of(eventStore, id)
                .<Optional<KnownCustomer>>reduce(Optional.empty(), KnownCustomer::after, (earlier, later) -> later);
    }

    private static Optional<KnownCustomer> after(Optional<KnownCustomer> customer, @Nullable Object event) {
        if (event instanceof CustomerRegistered registered) {
            return Optional.of(new KnownCustomer(
                    registered.name(),
                    registered.address(),
                    registered.postalCode(),
                    registered.city(),
                    registered.telephoneNumber(),
                    registered.emailAddress()));
        }
        if (event instanceof ContactDetailsChanged changed) {
            return Optional.of(new KnownCustomer(
                    changed.name(),
                    changed.address(),
                    changed.postalCode(),
                    changed.city(),
                    changed.telephoneNumber(),
                    changed.emailAddress()));
        }
        return event instanceof CustomerDeactivated ? Optional.empty() : customer;
    }

    /** Whatever is written large or small in the mail address. */
    boolean isSameAs(ContactDetails details) {
        return name.equals(details.name())
                && address.equals(details.address())
                && postalCode.equals(details.postalCode())
                && city.equals(details.city())
                && telephoneNumber.equals(details.telephoneNumber())
                && emailAddress
                        .toLowerCase(Locale.ROOT)
                        .equals(details.emailAddress().toLowerCase(Locale.ROOT));
    }
}
