package com.pitstop.workshop.registry;

import java.util.Locale;
import java.util.Optional;

import org.axonframework.queryhandling.QueryHandler;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

import com.pitstop.workshop.readmodel.CustomerViewRepository;
import com.pitstop.workshop.readmodel.VehicleViewRepository;

/** Answers what the workshop knows of customers and vehicles. */
@Component
class WorkshopRegistryQueries {

    private final CustomerViewRepository customers;
    private final VehicleViewRepository vehicles;

    WorkshopRegistryQueries(CustomerViewRepository customers, VehicleViewRepository vehicles) {
        this.customers = customers;
        this.vehicles = vehicles;
    }

    @QueryHandler
    Optional<WorkshopCustomer> handle(FindWorkshopCustomer query) {
        return customers.findById(query.customerId()).map(WorkshopCustomer::of);
    }

    @QueryHandler
    WorkshopCustomerPage handle(ListWorkshopCustomers query) {
        return WorkshopCustomerPage.of(
                customers.search(containing(query.query()), PageRequest.of(query.page(), query.size())));
    }

    @QueryHandler
    Optional<WorkshopVehicle> handle(FindWorkshopVehicle query) {
        return vehicles.findById(query.licenseNumber()).map(WorkshopVehicle::of);
    }

    @QueryHandler
    WorkshopVehiclePage handle(ListWorkshopVehicles query) {
        return WorkshopVehiclePage.of(
                vehicles.search(containing(query.query()), PageRequest.of(query.page(), query.size())));
    }

    private static String containing(String text) {
        return '%' + text.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + '%';
    }
}
