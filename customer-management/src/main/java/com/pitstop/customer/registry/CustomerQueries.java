package com.pitstop.customer.registry;

import java.util.Locale;
import java.util.Optional;

import org.axonframework.queryhandling.QueryHandler;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;

/** Answers who the garage's customers are. */
@Component
class CustomerQueries {

    private static final Sort BY_NAME = Sort.by("name", "customerId");

    private final CustomerViewRepository customers;

    CustomerQueries(CustomerViewRepository customers) {
        this.customers = customers;
    }

    @QueryHandler
    Optional<Customer> handle(FindCustomer query) {
        return customers.findById(query.customerId()).map(CustomerView::asCustomer);
    }

    @QueryHandler
    CustomerPage handle(ListCustomers query) {
        var found = customers
                .findBySearchTextContaining(
                        query.query().toLowerCase(Locale.ROOT), PageRequest.of(query.page(), query.size(), BY_NAME))
                .map(CustomerView::asCustomer);
        return new CustomerPage(
                found.getContent(), query.page(), query.size(), found.getTotalElements(), found.getTotalPages());
    }
}
