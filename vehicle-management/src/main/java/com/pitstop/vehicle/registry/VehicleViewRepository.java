package com.pitstop.vehicle.registry;

import java.util.UUID;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;

interface VehicleViewRepository extends JpaRepository<VehicleView, String> {

    Page<VehicleView> findBySearchTextContaining(String text, Pageable page);

    Page<VehicleView> findByOwnerIdAndSearchTextContaining(UUID ownerId, String text, Pageable page);
}
