package com.pitstop.process.participants;

import java.util.List;

/** All participants, by name. */
public record ParticipantList(List<Participant> items) {}
