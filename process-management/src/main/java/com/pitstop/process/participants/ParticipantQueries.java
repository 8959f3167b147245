package com.pitstop.process.participants;

import java.time.Clock;

import org.axonframework.queryhandling.QueryHandler;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;

/** Answers how participants are doing. */
@Component
class ParticipantQueries {

    private final ParticipantViewRepository participants;
    private final Clock clock;

    ParticipantQueries(ParticipantViewRepository participants, Clock garageClock) {
        this.participants = participants;
        this.clock = garageClock;
    }

    @QueryHandler
    ParticipantList handle(ListParticipants query) {
        var now = clock.instant();
        return new ParticipantList(participants.findAll(Sort.by("name")).stream()
                .map(participant -> participant.asParticipant(now))
                .toList());
    }
}
