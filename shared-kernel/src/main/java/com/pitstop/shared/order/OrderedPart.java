package com.pitstop.shared.order;

/**
 * A kind of part that a repair takes, as events tell of it.
 *
 * @param sku in upper case
 * @param quantity pieces, at least one
 */
public record OrderedPart(String sku, int quantity) {}
