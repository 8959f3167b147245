package com.pitstop.shared.parts;

import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * The books were corrected to what is really on the shelf.
 *
 * @param quantity pieces more than the books had, or fewer when negative
 * @param reason as somebody told it, or which job used what the books did not have
 */
@Revision("1")
public record StockAdjusted(String sku, UUID adjustmentId, int quantity, String reason) {}
