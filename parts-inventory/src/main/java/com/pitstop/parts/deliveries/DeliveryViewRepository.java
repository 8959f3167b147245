package com.pitstop.parts.deliveries;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface DeliveryViewRepository extends JpaRepository<DeliveryView, UUID> {

    /** What is null does not matter. */
    @Query("""
            select delivery from DeliveryView delivery
            where (:sku is null or delivery.sku = :sku) and (:status is null or delivery.status = :status)
            """)
    Page<DeliveryView> find(@Nullable String sku, @Nullable DeliveryStatus status, Pageable page);
}
