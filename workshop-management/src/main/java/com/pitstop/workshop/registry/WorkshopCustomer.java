package com.pitstop.workshop.registry;

import java.util.UUID;

import com.pitstop.workshop.readmodel.CustomerView;

/** A customer as the workshop knows one. */
public record WorkshopCustomer(
        UUID customerId, String name, String telephoneNumber, String emailAddress, boolean active) {

    static WorkshopCustomer of(CustomerView customer) {
        return new WorkshopCustomer(
                customer.customerId(),
                customer.name(),
                customer.telephoneNumber(),
                customer.emailAddress(),
                customer.active());
    }
}
