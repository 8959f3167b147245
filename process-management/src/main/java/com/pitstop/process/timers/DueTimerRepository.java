package com.pitstop.process.timers;

import java.time.Instant;
import java.util.List;

import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;

interface DueTimerRepository extends JpaRepository<DueTimer, DueTimerId> {

    List<DueTimer> findByDueAtLessThanEqual(Instant moment, Pageable page);
}
