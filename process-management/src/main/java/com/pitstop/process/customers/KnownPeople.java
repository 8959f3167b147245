package com.pitstop.process.customers;

import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import com.pitstop.shared.RuleViolatedException;

/** The people who are customers already, as far as the table can tell. */
@Component
public class KnownPeople {

    private final CustomerViewRepository customers;

    KnownPeople(CustomerViewRepository customers) {
        this.customers = customers;
    }

    /**
     * As which customer somebody is known, by their mail address and everything else.
     *
     * @throws RuleViolatedException {@code customer-known-otherwise} when the address is another customer's, or the same
     *     customer's with other details
     */
    public Optional<UUID> find(Details details) {
        var known = customers.findByEmailAddressAndActiveTrueOrderByCustomerId(details.emailAddress());
        var same = known.stream()
                .filter(customer -> customer.details().equals(details))
                .findFirst();
        if (same.isEmpty() && !known.isEmpty()) {
            throw new RuleViolatedException(
                    "customer-known-otherwise", "Of this mail address there is a customer with other details");
        }
        return same.map(CustomerView::getId);
    }
}
