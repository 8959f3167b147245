package com.pitstop.parts.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.pitstop.shared.parts.PartsConsumed;
import com.pitstop.shared.parts.PartsReleased;
import com.pitstop.shared.parts.PartsReserved;
import com.pitstop.shared.parts.ReservationExpired;
import com.pitstop.shared.parts.StockAdjusted;
import com.pitstop.shared.parts.StockFellBelowReorderLevel;
import com.pitstop.shared.parts.StockReceived;

import static org.assertj.core.api.Assertions.assertThat;

/** A shelf that goes by the events alone, and knows nothing of how the part decides. */
class NaiveShelf {

    private static final int REORDER_LEVEL = 5;

    /** What was asked of the part. */
    record Asked(StockTest.Kind kind, String who, int pieces) {}

    private final Map<String, Integer> reserved = new HashMap<>();
    private final Map<String, Integer> takenByJobs = new HashMap<>();
    private int received;
    private int adjusted;
    private int consumed;
    private int events;
    private boolean low = true;

    int events() {
        return events;
    }

    void follow(Asked asked, boolean refused, List<Object> whatHappened) {
        var availableBefore = available();
        if (refused) {
            assertThat(whatHappened).isEmpty();
            assertThat(asked.kind()).isNotIn(StockTest.Kind.CONSUME, StockTest.Kind.EXPIRE, StockTest.Kind.RECEIVE);
        }
        whatHappened.forEach(this::happened);
        if (asked.kind() == StockTest.Kind.RESERVE && !refused) {
            assertThat(reserved).containsEntry(asked.who(), asked.pieces());
            assertThat(whatHappened.isEmpty() || asked.pieces() <= availableBefore)
                    .isTrue();
        }
        if (asked.kind() == StockTest.Kind.CONSUME) {
            assertThat(takenByJobs.get(asked.who())).isGreaterThanOrEqualTo(asked.pieces());
            assertThat(reserved).doesNotContainKey(asked.who());
        }
        low = available() < REORDER_LEVEL;
    }

    void assertInvariants() {
        assertThat(onHand()).isNotNegative();
        assertThat(available()).isNotNegative();
        assertThat(reserved.values()).allMatch(pieces -> pieces > 0);
        assertThat(received + adjusted).isEqualTo(onHand() + consumed);
    }

    private void happened(Object event) {
        events++;
        if (event instanceof StockReceived in) {
            received += in.quantity();
        } else if (event instanceof StockAdjusted correction) {
            adjusted += correction.quantity();
        } else if (event instanceof PartsReserved kept) {
            assertThat(reserved.put(kept.reservationId(), kept.quantity())).isNull();
        } else if (event instanceof PartsReleased free) {
            assertThat(reserved.remove(free.reservationId())).isEqualTo(free.quantity());
        } else if (event instanceof ReservationExpired free) {
            assertThat(reserved.remove(free.reservationId())).isEqualTo(free.quantity());
        } else if (event instanceof PartsConsumed out) {
            take(out);
        } else {
            fell((StockFellBelowReorderLevel) event);
        }
    }

    private void take(PartsConsumed out) {
        assertThat(out.fromReservation()).isBetween(0, out.quantity());
        assertThat(out.fromReservation()).isLessThanOrEqualTo(reserved.getOrDefault(out.reservationId(), 0));
        consumed += out.quantity();
        takenByJobs.merge(out.reservationId(), out.quantity(), Integer::sum);
        reserved.computeIfPresent(
                out.reservationId(), (id, kept) -> kept == out.fromReservation() ? null : kept - out.fromReservation());
    }

    private void fell(StockFellBelowReorderLevel event) {
        assertThat(low).isFalse();
        assertThat(event.available()).isEqualTo(available()).isLessThan(REORDER_LEVEL);
    }

    private int onHand() {
        return received + adjusted - consumed;
    }

    private int available() {
        return onHand() - reserved.values().stream().mapToInt(Integer::intValue).sum();
    }
}
