package com.pitstop.process.slips;

import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;

interface TimerViewRepository extends JpaRepository<TimerView, TimerKey> {

    List<TimerView> findByTrackingNumberAndSettledFalseOrderByDueAtAscTimerIdAsc(UUID trackingNumber);
}
