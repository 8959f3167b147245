package com.pitstop.shared.workshop;

/**
 * A kind of part that went into a vehicle, as events tell of it.
 *
 * @param sku in upper case
 * @param quantity pieces, at least one
 */
public record UsedPart(String sku, int quantity) {}
