package com.pitstop.process.signals;

import java.util.Optional;

import com.pitstop.shared.parts.DeliveryCancelled;
import com.pitstop.shared.parts.StockReceived;
import com.pitstop.shared.workshop.MaintenanceJobCancelled;
import com.pitstop.shared.workshop.MaintenanceJobFinished;

/**
 * What has become of something that slips wait for.
 *
 * @param obstacle why it never will happen, empty when it has
 */
record Happening(Expectation expected, String obstacle) {

    static Happening came(Expectation expected) {
        return new Happening(expected, "");
    }

    /** What an event tells. Goods have come when they are on the shelf, where they can be reserved. */
    static Optional<Happening> by(Object event) {
        if (event instanceof StockReceived received) {
            return Optional.of(came(Expectation.goods(received.receiptId())));
        }
        if (event instanceof DeliveryCancelled cancelled) {
            var why = "The delivery was cancelled: %s".formatted(cancelled.reason());
            return Optional.of(new Happening(Expectation.goods(cancelled.deliveryId()), why));
        }
        if (event instanceof MaintenanceJobFinished finished) {
            return Optional.of(came(Expectation.job(finished.jobId())));
        }
        if (event instanceof MaintenanceJobCancelled cancelled) {
            var why = "The job was cancelled: %s".formatted(cancelled.reason());
            return Optional.of(new Happening(Expectation.job(cancelled.jobId()), why));
        }
        return Optional.empty();
    }

    boolean hasCome() {
        return obstacle.isEmpty();
    }
}
