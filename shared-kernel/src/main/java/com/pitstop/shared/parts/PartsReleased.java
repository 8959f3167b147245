package com.pitstop.shared.parts;

import org.axonframework.serialization.Revision;

/**
 * Pieces that were kept for somebody are free again. The reservation is over.
 *
 * @param quantity what was left of it
 */
@Revision("1")
public record PartsReleased(String sku, String reservationId, int quantity) {}
