package com.pitstop.process.slips;

import java.time.Instant;
import java.util.List;

import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;

/** Knows which timers are due. */
@Component
public class DueTimers {

    private static final Sort LONGEST_DUE_FIRST = Sort.by("dueAt");

    private final TimerViewRepository timers;

    DueTimers(TimerViewRepository timers) {
        this.timers = timers;
    }

    /** Those that are due longest, and no more than so many. */
    public List<DueTimer> at(Instant moment, int atMost) {
        return timers
                .findBySettledFalseAndDueAtLessThanEqual(moment, PageRequest.of(0, atMost, LONGEST_DUE_FIRST))
                .stream()
                .map(timer -> new DueTimer(
                        timer.getId().trackingNumber(), timer.getId().timerId()))
                .toList();
    }
}
