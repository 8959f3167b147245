package com.pitstop.customer.domain;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import com.pitstop.shared.customer.CustomerId;

/** Asks that a person becomes a customer. The id is a new one. */
public record RegisterCustomer(@TargetAggregateIdentifier CustomerId customerId, ContactDetails contactDetails) {}
