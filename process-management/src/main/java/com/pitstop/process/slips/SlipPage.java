package com.pitstop.process.slips;

import java.util.List;

/** A page of routing slips, the newest first. Pages count from 0. */
public record SlipPage(List<Slip> items, int page, int size, long totalItems, int totalPages) {}
