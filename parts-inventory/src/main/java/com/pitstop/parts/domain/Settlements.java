package com.pitstop.parts.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.pitstop.shared.NotFoundException;
import com.pitstop.shared.RuleViolatedException;

/**
 * How the latest reservations ended, so that a request that comes again is known. Only so many: a snapshot must not grow
 * with the years.
 */
record Settlements(List<Settlement> latest) {

    static final Settlements NONE = new Settlements(List.of());

    static final int REMEMBERED = 200;

    enum Outcome {
        RELEASED,
        EXPIRED,
        CONSUMED
    }

    /**
     * How one ended.
     *
     * @param consumed pieces that were taken under its id, in all
     */
    record Settlement(String reservationId, Outcome outcome, int consumed) {}

    Settlements {
        latest = List.copyOf(latest);
    }

    int consumedBy(String reservationId) {
        return of(reservationId).map(Settlement::consumed).orElse(0);
    }

    /** What was consumed stays consumed, also when what was left of it was released afterwards. */
    Settlements add(String reservationId, Outcome outcome, int consumed) {
        var soFar = consumedBy(reservationId);
        var changed = new ArrayList<>(latest);
        changed.removeIf(settlement -> settlement.reservationId().equals(reservationId));
        changed.add(new Settlement(reservationId, soFar > 0 ? Outcome.CONSUMED : outcome, soFar + consumed));
        return new Settlements(changed.subList(Math.max(0, changed.size() - REMEMBERED), changed.size()));
    }

    /** Insists that a reservation that is not open was one, and did not end otherwise. */
    void requireEnded(String reservationId, Outcome... acceptable) {
        var settlement = of(reservationId)
                .orElseThrow(() -> new NotFoundException(
                        "known-reservation", "Reservation %s is not known".formatted(reservationId)));
        if (!List.of(acceptable).contains(settlement.outcome())) {
            throw over(settlement);
        }
    }

    /** What has expired may be kept anew; what was given back or taken is settled. */
    void requireUnsettled(String reservationId) {
        of(reservationId)
                .filter(settlement -> settlement.outcome() != Outcome.EXPIRED)
                .ifPresent(settlement -> {
                    throw over(settlement);
                });
    }

    private Optional<Settlement> of(String reservationId) {
        return latest.stream()
                .filter(settlement -> settlement.reservationId().equals(reservationId))
                .findFirst();
    }

    private static RuleViolatedException over(Settlement settlement) {
        var end = switch (settlement.outcome()) {
            case RELEASED -> "was released";
            case EXPIRED -> "has expired";
            case CONSUMED -> "was consumed";
        };
        return new RuleViolatedException(
                "reservation-open", "Reservation %s %s".formatted(settlement.reservationId(), end));
    }
}
