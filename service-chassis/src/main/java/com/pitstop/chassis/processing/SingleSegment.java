package com.pitstop.chassis.processing;

/**
 * As a bean: the events of a processing group are handled one after the other, in the order in which they were stored, by
 * one process at a time. One that is parked holds up those of its own aggregate only.
 */
public record SingleSegment(String group) {}
