package com.pitstop.parts.movements;

import java.util.List;

/** A page of movements, newest first. Pages count from 0. */
public record MovementPage(List<Movement> items, int page, int size, long totalItems, int totalPages) {}
