package com.pitstop.process.participants;

/** Who is asked for steps, and how are they doing? By name. */
public record ListParticipants() {}
