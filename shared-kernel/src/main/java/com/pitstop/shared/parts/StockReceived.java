package com.pitstop.shared.parts;

import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * Pieces came in.
 *
 * @param receiptId the id of the delivery, if they came with one
 * @param quantity pieces, at least one
 */
@Revision("1")
public record StockReceived(String sku, UUID receiptId, int quantity) {}
