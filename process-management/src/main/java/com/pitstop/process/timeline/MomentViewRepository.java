package com.pitstop.process.timeline;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;

interface MomentViewRepository extends JpaRepository<MomentView, String> {

    List<MomentView> findByTrackingNumberAndRecordedAtLessThanEqualOrderByPosition(UUID trackingNumber, Instant asOf);
}
