package com.pitstop.process.slips;

/**
 * Asks which slips an action would touch, the oldest first; answered by {@link AffectedSlips}. By participant and step, an
 * action of steps touches such steps as it can do something about.
 */
public record ListAffected(SlipAction action, SlipFilter filter, int atMost) {}
