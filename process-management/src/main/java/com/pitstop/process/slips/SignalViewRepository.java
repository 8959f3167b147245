package com.pitstop.process.slips;

import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;

interface SignalViewRepository extends JpaRepository<SignalView, StepKey> {

    List<SignalView> findByTrackingNumberAndSettledFalseOrderByName(UUID trackingNumber);
}
