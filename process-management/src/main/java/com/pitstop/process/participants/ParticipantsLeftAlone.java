package com.pitstop.process.participants;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import com.pitstop.chassis.rounds.Round;
import com.pitstop.process.domain.Participants;

/** Tells slips who is left alone. Looked up from time to time, so that no slip needs a connection for it. */
@Component
class ParticipantsLeftAlone implements Participants, Round {

    private final ParticipantViewRepository participants;
    private volatile Map<String, Instant> leftAlone = Map.of();

    ParticipantsLeftAlone(ParticipantViewRepository participants) {
        this.participants = participants;
    }

    @Override
    public Optional<Instant> leftAloneUntil(String participant, Instant now) {
        return Optional.ofNullable(leftAlone.get(participant)).filter(until -> until.isAfter(now));
    }

    @Override
    public String purpose() {
        return "see which participants are to be left alone";
    }

    @Override
    public Duration period() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void look() {
        var found = new HashMap<String, Instant>();
        participants
                .findAll()
                .forEach(participant ->
                        participant.leftAloneUntil().ifPresent(until -> found.put(participant.getId(), until)));
        leftAlone = Map.copyOf(found);
    }
}
