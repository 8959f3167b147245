package com.pitstop.process.slips;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.processing.Rebuilds;
import com.pitstop.process.domain.Participants;

/** Knows which timers are due. While the table is rebuilt it does not: then it shows those that fired long ago. */
@Component
public class DueTimers {

    private static final Sort LONGEST_DUE_FIRST = Sort.by("dueAt");

    private static final String PROCESSING_GROUP = "processes";

    private final TimerViewRepository timers;
    private final Rebuilds rebuilds;

    DueTimers(TimerViewRepository timers, Rebuilds rebuilds) {
        this.timers = timers;
        this.rebuilds = rebuilds;
    }

    /** Those that are due longest, and no more than so many. */
    public List<DueTimer> at(Instant moment, int atMost) {
        if (rebuilds.isRunning(PROCESSING_GROUP)) {
            return List.of();
        }
        return timers
                .findBySettledFalseAndDueAtLessThanEqual(moment, PageRequest.of(0, atMost, LONGEST_DUE_FIRST))
                .stream()
                .map(DueTimers::due)
                .toList();
    }

    /** Whose resumption steps wait for. */
    public Set<String> awaited() {
        return rebuilds.isRunning(PROCESSING_GROUP)
                ? Set.of()
                : timers.findParticipantsOfTimersAt(Participants.UNTIL_RESUMED);
    }

    /** Those that wait for the resumption of a participant, and no more than so many. */
    public List<DueTimer> awaiting(String participant, int atMost) {
        return timers.findTimersAt(Participants.UNTIL_RESUMED, participant, Limit.of(atMost)).stream()
                .map(DueTimers::due)
                .toList();
    }

    private static DueTimer due(TimerView timer) {
        return new DueTimer(timer.getId().trackingNumber(), timer.getId().timerId());
    }
}
