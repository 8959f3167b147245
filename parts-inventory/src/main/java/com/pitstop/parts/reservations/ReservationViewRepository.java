package com.pitstop.parts.reservations;

import java.time.Instant;
import java.util.List;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;

interface ReservationViewRepository extends JpaRepository<ReservationView, ReservationKey> {

    Page<ReservationView> findBySkuAndStatus(String sku, ReservationStatus status, Pageable page);

    List<ReservationView> findByStatusAndExpiresAtLessThanEqual(
            ReservationStatus status, Instant moment, Pageable page);
}
