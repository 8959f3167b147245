package com.pitstop.parts.reservations;

import java.time.Instant;

/**
 * Pieces that are kept for somebody, or were.
 *
 * @param expiresAt from when on they may be given to others
 * @param version up to which change of the part this is; they count from 0
 */
public record Reservation(
        String sku, String reservationId, int quantity, Instant expiresAt, ReservationStatus status, long version) {}
