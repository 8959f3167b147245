package com.pitstop.process.stock;

/**
 * A part of which somebody wants more than there is.
 *
 * @param available pieces on the shelf that are not reserved
 * @param registered whether the garage has such a part at all
 */
public record Shortage(String sku, int wanted, int available, boolean registered) {}
