package com.pitstop.shared.parts;

import org.axonframework.serialization.Revision;

/**
 * Pieces left the shelf for good.
 *
 * @param reservationId who took them: the reservation, or the job, of which there need not have been one
 * @param quantity pieces, at least one
 * @param fromReservation how many of these had been kept for it
 */
@Revision("1")
public record PartsConsumed(String sku, String reservationId, int quantity, int fromReservation) {}
