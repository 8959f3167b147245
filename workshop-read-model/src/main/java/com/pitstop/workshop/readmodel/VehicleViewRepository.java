package com.pitstop.workshop.readmodel;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.springframework.stereotype.Repository;

/** The vehicles the workshop knows. */
@Repository("workshopVehicleRepository")
public interface VehicleViewRepository extends JpaRepository<VehicleView, String> {

    /** By license number. The pattern is in lower case, with {@code !} before what is meant literally. */
    @Query("""
            select vehicle from WorkshopVehicle vehicle
            where lower(vehicle.licenseNumber) like :pattern escape '!'
               or lower(vehicle.brand) like :pattern escape '!'
               or lower(vehicle.type) like :pattern escape '!'
            order by vehicle.licenseNumber
            """)
    Page<VehicleView> search(String pattern, Pageable page);
}
