package com.pitstop.process.slips;

/** What is for a person to see to? With those that are resolved if asked for. */
public record ListIncidents(boolean resolvedToo, int page, int size) {}
