package com.pitstop.parts.jobs;

import java.util.List;

import org.springframework.data.jpa.repository.JpaRepository;

interface KeptPartRepository extends JpaRepository<KeptPartView, KeptPartKey> {

    List<KeptPartView> findByReservationIdOrderBySku(String reservationId);
}
