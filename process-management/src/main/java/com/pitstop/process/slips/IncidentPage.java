package com.pitstop.process.slips;

import java.util.List;

/** A page of incidents, the newest first. Pages count from 0. */
public record IncidentPage(List<Incident> items, int page, int size, long totalItems, int totalPages) {}
