package com.pitstop.process.participants;

import java.time.Clock;
import java.util.stream.Stream;

import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

import com.pitstop.process.definition.Definitions;

/** Answers how participants are doing: those that definitions may name, and those that were ever asked. */
@Component
class ParticipantQueries {

    private final ParticipantViewRepository participants;
    private final OpenRequestRepository requests;
    private final Definitions definitions;
    private final Clock clock;

    ParticipantQueries(
            ParticipantViewRepository participants,
            OpenRequestRepository requests,
            Definitions definitions,
            Clock garageClock) {
        this.participants = participants;
        this.requests = requests;
        this.definitions = definitions;
        this.clock = garageClock;
    }

    @QueryHandler
    ParticipantList handle(ListParticipants query) {
        var asked = participants.findAll().stream().map(ParticipantView::getId);
        return new ParticipantList(Stream.concat(definitions.participants().stream(), asked)
                .distinct()
                .sorted()
                .map(this::participant)
                .toList());
    }

    private Participant participant(String name) {
        return participants
                .findById(name)
                .map(view -> view.asParticipant(clock.instant(), requests.countByParticipant(name)))
                .orElseGet(() -> Participant.unheardOf(name));
    }
}
