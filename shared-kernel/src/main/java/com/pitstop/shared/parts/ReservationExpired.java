package com.pitstop.shared.parts;

import org.axonframework.serialization.Revision;

/**
 * Pieces were kept for somebody who did not come for them in time, and are free again.
 *
 * @param quantity what the reservation was for
 */
@Revision("1")
public record ReservationExpired(String sku, String reservationId, int quantity) {}
