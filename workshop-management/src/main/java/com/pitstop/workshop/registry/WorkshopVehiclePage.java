package com.pitstop.workshop.registry;

import java.util.List;

import org.springframework.data.domain.Page;

import com.pitstop.workshop.readmodel.VehicleView;

/** A page of the vehicles the workshop knows. */
public record WorkshopVehiclePage(List<WorkshopVehicle> items, int page, int size, long totalItems, int totalPages) {

    static WorkshopVehiclePage of(Page<VehicleView> vehicles) {
        return new WorkshopVehiclePage(
                vehicles.map(WorkshopVehicle::of).getContent(),
                vehicles.getNumber(),
                vehicles.getSize(),
                vehicles.getTotalElements(),
                vehicles.getTotalPages());
    }
}
