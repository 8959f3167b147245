package com.pitstop.process.domain;

import java.time.Instant;
import java.util.Optional;

/** Which participants are to be left alone for a while, because they fail again and again or somebody wished so. */
public interface Participants {

    /** Whoever is paused is left alone until somebody says otherwise, which no clock knows. */
    Instant UNTIL_RESUMED = Instant.parse("9999-12-31T00:00:00Z");

    /** Until when; empty when they may be asked. */
    Optional<Instant> leftAloneUntil(String participant, Instant now);
}
