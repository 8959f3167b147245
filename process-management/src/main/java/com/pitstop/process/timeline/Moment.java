package com.pitstop.process.timeline;

import java.time.Instant;

/** Something that happened to a routing slip, in a sentence. The step is empty when it is about the whole. */
public record Moment(Instant at, String event, String step, String sentence, String user) {}
