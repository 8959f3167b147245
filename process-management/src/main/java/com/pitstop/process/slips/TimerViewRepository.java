package com.pitstop.process.slips;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;

interface TimerViewRepository extends JpaRepository<TimerView, TimerKey> {

    List<TimerView> findByTrackingNumberAndSettledFalseOrderByDueAtAscTimerIdAsc(UUID trackingNumber);

    List<TimerView> findBySettledFalseAndDueAtLessThanEqual(Instant moment, Pageable page);
}
