package com.pitstop.workshop.registry;

import java.util.List;

import org.springframework.data.domain.Page;

import com.pitstop.workshop.readmodel.CustomerView;

/** A page of the customers the workshop knows. */
public record WorkshopCustomerPage(List<WorkshopCustomer> items, int page, int size, long totalItems, int totalPages) {

    static WorkshopCustomerPage of(Page<CustomerView> customers) {
        return new WorkshopCustomerPage(
                customers.map(WorkshopCustomer::of).getContent(),
                customers.getNumber(),
                customers.getSize(),
                customers.getTotalElements(),
                customers.getTotalPages());
    }
}
