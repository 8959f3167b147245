package com.pitstop.process.domain.participant;

/** Which participant, by the name that definitions have for it. */
public record ParticipantId(String name) {

    /** The name of the participant's stream. */
    @Override
    public String toString() {
        return "participant:" + name;
    }
}
