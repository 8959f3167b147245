package com.pitstop.benchmarks;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

/** A customer as a table row and nothing else. */
@Entity
@Table(schema = "benchmark", name = "plain_customer")
@SuppressWarnings("UnusedVariable") // read by Hibernate alone
class PlainCustomer {

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private @Nullable UUID customerId;

    private String name;
    private String address;
    private String postalCode;
    private String city;
    private String telephoneNumber;
    private String emailAddress;

    protected PlainCustomer() {}

    PlainCustomer(PlainInsert.Customer customer) {
        name = customer.name();
        address = customer.address();
        postalCode = customer.postalCode();
        city = customer.city();
        telephoneNumber = customer.telephoneNumber();
        emailAddress = customer.emailAddress();
    }

    @Nullable
    UUID customerId() {
        return customerId;
    }
}
