package com.pitstop.process.slips;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface TimerViewRepository extends JpaRepository<TimerView, TimerKey> {

    List<TimerView> findByTrackingNumberAndSettledFalseOrderByDueAtAscTimerIdAsc(UUID trackingNumber);

    List<TimerView> findBySettledFalseAndDueAtLessThanEqual(Instant moment, Pageable page);

    @Query("""
            select distinct step.participant from ProcessTimer timer, ProcessStep step
            where timer.settled = false and timer.dueAt = :moment
              and step.trackingNumber = timer.trackingNumber and step.name = timer.step
            """)
    Set<String> findParticipantsOfTimersAt(Instant moment);

    @Query("""
            select timer from ProcessTimer timer, ProcessStep step
            where timer.settled = false and timer.dueAt = :moment
              and step.trackingNumber = timer.trackingNumber and step.name = timer.step
              and step.participant = :participant
            """)
    List<TimerView> findTimersAt(Instant moment, String participant, Limit limit);
}
