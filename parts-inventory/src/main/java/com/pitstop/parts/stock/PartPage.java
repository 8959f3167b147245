package com.pitstop.parts.stock;

import java.util.List;

/** A page of parts, by number. Pages count from 0. */
public record PartPage(List<Part> items, int page, int size, long totalItems, int totalPages) {}
