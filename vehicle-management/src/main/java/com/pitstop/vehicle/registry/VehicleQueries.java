package com.pitstop.vehicle.registry;

import java.util.Locale;
import java.util.Optional;

import org.axonframework.queryhandling.QueryHandler;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;

/** Answers which vehicles the garage cares for. */
@Component
class VehicleQueries {

    private static final Sort BY_LICENSE_NUMBER = Sort.by("licenseNumber");

    private final VehicleViewRepository vehicles;

    VehicleQueries(VehicleViewRepository vehicles) {
        this.vehicles = vehicles;
    }

    @QueryHandler
    Optional<Vehicle> handle(FindVehicle query) {
        return vehicles.findById(query.licenseNumber()).map(VehicleView::asVehicle);
    }

    @QueryHandler
    VehiclePage handle(ListVehicles query) {
        var found = find(query).map(VehicleView::asVehicle);
        return new VehiclePage(
                found.getContent(), query.page(), query.size(), found.getTotalElements(), found.getTotalPages());
    }

    private Page<VehicleView> find(ListVehicles query) {
        var text = query.query().toLowerCase(Locale.ROOT);
        var page = PageRequest.of(query.page(), query.size(), BY_LICENSE_NUMBER);
        return query.ownerId() == null
                ? vehicles.findBySearchTextContaining(text, page)
                : vehicles.findByOwnerIdAndSearchTextContaining(query.ownerId(), text, page);
    }
}
