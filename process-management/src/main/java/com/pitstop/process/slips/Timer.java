package com.pitstop.process.slips;

import java.time.Instant;

/** Something that will happen at a time. */
public record Timer(String timerId, String purpose, String step, Instant dueAt) {}
