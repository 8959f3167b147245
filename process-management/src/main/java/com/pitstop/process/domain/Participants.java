package com.pitstop.process.domain;

import java.time.Instant;
import java.util.Optional;

/** Which participants are to be left alone for a while, because they fail again and again or somebody wished so. */
public interface Participants {

    /** Until when; empty when they may be asked. */
    Optional<Instant> leftAloneUntil(String participant, Instant now);
}
