package com.pitstop.parts.movements;

/** What happened to the pieces of this part, under this reference? An empty one asks for all. */
public record ListMovements(String sku, String reference, int page, int size) {}
