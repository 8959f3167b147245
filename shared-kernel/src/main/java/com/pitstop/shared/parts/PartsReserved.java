package com.pitstop.shared.parts;

import java.time.Instant;

import org.axonframework.serialization.Revision;

/**
 * Pieces are kept for somebody.
 *
 * @param reservationId who for: the id of a job, or whatever the client calls it
 * @param expiresAt from when on they may be given to others
 */
@Revision("1")
public record PartsReserved(String sku, String reservationId, int quantity, Instant expiresAt) {}
