package com.pitstop.process.stock;

/**
 * A part that somebody wants.
 *
 * @param sku in upper case
 * @param onOrder whether it is to be ordered and need not be there
 */
public record WantedPart(String sku, int quantity, boolean onOrder) {}
