package com.pitstop.parts.stock;

/** Which parts have this text, in any case, in their number or name? An empty text asks for all. */
public record ListParts(String query, int page, int size) {}
