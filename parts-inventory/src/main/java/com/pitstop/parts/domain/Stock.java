package com.pitstop.parts.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.pitstop.shared.RuleViolatedException;

/**
 * How many pieces there are, and for whom some of them are kept. Never negative, and never promised twice. Immutable,
 * and unaware of Axon.
 */
record Stock(int onHand, Map<String, Reservation> reservations) {

    static final Stock NONE = new Stock(0, Map.of());

    /** What no shelf holds; far from where numbers would run over. */
    static final int MOST = 10_000_000;

    Stock {
        reservations = Map.copyOf(reservations);
    }

    int reserved() {
        return reservations.values().stream().mapToInt(Reservation::quantity).sum();
    }

    int available() {
        return onHand - reserved();
    }

    Optional<Reservation> reservation(String reservationId) {
        return Optional.ofNullable(reservations.get(reservationId));
    }

    int reservedFor(String reservationId) {
        return reservation(reservationId).map(Reservation::quantity).orElse(0);
    }

    Stock changedBy(int pieces) {
        return new Stock(onHand + pieces, reservations);
    }

    Stock reserve(String reservationId, Reservation reservation) {
        var changed = new HashMap<>(reservations);
        changed.put(reservationId, reservation);
        return new Stock(onHand, changed);
    }

    Stock release(String reservationId) {
        var changed = new HashMap<>(reservations);
        changed.remove(reservationId);
        return new Stock(onHand, changed);
    }

    Stock consume(String reservationId, int quantity, int fromReservation) {
        var changed = new HashMap<>(reservations);
        changed.computeIfPresent(reservationId, (id, reservation) -> reservation.without(fromReservation));
        return new Stock(onHand - quantity, changed);
    }

    void requireAvailable(int pieces) {
        if (pieces > available()) {
            throw new RuleViolatedException(
                    "parts-available", "%d pieces are available, and not %d".formatted(available(), pieces));
        }
    }

    void requireRoomFor(int pieces) {
        if (pieces > MOST - onHand) {
            throw new RuleViolatedException("stock-limit", "There cannot be more than %d pieces".formatted(MOST));
        }
    }

    /** Pieces may be missing, but not those that are promised. */
    void requireToSpare(int pieces) {
        if (pieces > onHand) {
            throw new RuleViolatedException(
                    "stock-not-negative", "There are %d pieces, of which %d cannot go".formatted(onHand, pieces));
        }
        if (pieces > available()) {
            throw new RuleViolatedException(
                    "stock-not-promised",
                    "Of %d pieces %d are reserved, so that %d cannot go".formatted(onHand, reserved(), pieces));
        }
    }
}
