package com.pitstop.process.timeline;

import java.time.Instant;

/**
 * Something that happened to a routing slip, or because of it, in a sentence.
 *
 * @param context whose event it is, {@code process} for what happened to the slip itself
 * @param step empty when it is about the whole
 */
public record Moment(Instant at, String context, String event, String step, String sentence, String user) {}
