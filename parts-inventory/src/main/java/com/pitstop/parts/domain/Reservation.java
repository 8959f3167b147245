package com.pitstop.parts.domain;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** Pieces that are kept for somebody until then. */
record Reservation(int quantity, Instant expiresAt) {

    boolean isOverAt(Instant moment) {
        return !moment.isBefore(expiresAt);
    }

    /** Null when nothing is left. */
    @Nullable
    Reservation without(int pieces) {
        return pieces == quantity ? null : new Reservation(quantity - pieces, expiresAt);
    }
}
