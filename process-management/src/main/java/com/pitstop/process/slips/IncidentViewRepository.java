package com.pitstop.process.slips;

import java.util.List;
import java.util.UUID;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;

interface IncidentViewRepository extends JpaRepository<IncidentView, IncidentKey> {

    Page<IncidentView> findByResolvedAtIsNull(Pageable page);

    List<IncidentView> findByTrackingNumberAndResolvedAtIsNullOrderByOpenedAtAscIncidentIdAsc(UUID trackingNumber);
}
