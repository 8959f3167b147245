package com.pitstop.process.signals;

import java.util.UUID;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.messaging.Reactions;
import com.pitstop.chassis.processing.InOrder;
import com.pitstop.process.domain.DenySignal;
import com.pitstop.process.domain.ReceiveSignal;
import com.pitstop.process.domain.RoutingSlipId;
import com.pitstop.shared.parts.DeliveryCancelled;
import com.pitstop.shared.parts.StockReceived;
import com.pitstop.shared.process.SignalAwaited;
import com.pitstop.shared.workshop.MaintenanceJobCancelled;
import com.pitstop.shared.workshop.MaintenanceJobFinished;

/**
 * A slip that waits for goods, or for a job to be done, is told when they are there, or that they never will be. All events
 * are handled in the order they were stored: either the slip is known to wait when it happens, or it had happened when the
 * slip began to wait.
 *
 * <p>In a replay those are told that still wait: what was parked is not lost by it.
 */
@Component
@ProcessingGroup("process-signals")
@InOrder
class WhenAwaitedThingHappensThenSignal {

    private final ExpectationRepository expectations;
    private final ArrivalRepository arrivals;
    private final Happenings happenings;
    private final Waits waits;
    private final Reactions reactions;

    WhenAwaitedThingHappensThenSignal(
            ExpectationRepository expectations,
            ArrivalRepository arrivals,
            Happenings happenings,
            Waits waits,
            Reactions reactions) {
        this.expectations = expectations;
        this.arrivals = arrivals;
        this.happenings = happenings;
        this.waits = waits;
        this.reactions = reactions;
    }

    @EventHandler
    void on(SignalAwaited event) {
        Expectation.of(event.signal(), event.offer())
                .ifPresent(expected -> happenings
                        .of(expected, event.offer())
                        .ifPresentOrElse(
                                happening -> tell(event.trackingNumber(), happening),
                                () -> await(event.trackingNumber(), expected)));
    }

    @EventHandler
    void on(StockReceived event) {
        var receipt = event.receiptId().toString();
        if (!arrivals.existsById(receipt)) {
            arrivals.save(new ArrivalView(receipt)).stored();
        }
        happened(event);
    }

    @EventHandler
    void on(DeliveryCancelled event) {
        happened(event);
    }

    @EventHandler
    void on(MaintenanceJobFinished event) {
        happened(event);
    }

    @EventHandler
    void on(MaintenanceJobCancelled event) {
        happened(event);
    }

    @ResetHandler
    void reset() {
        expectations.deleteAllInBatch();
        arrivals.deleteAllInBatch();
    }

    private void await(UUID trackingNumber, Expectation expected) {
        var waiting = new ExpectationView(trackingNumber, expected);
        if (expectations.findById(waiting.getId()).isEmpty()) {
            expectations.save(waiting).stored();
        }
    }

    private void happened(Object event) {
        Happening.by(event).ifPresent(this::tellWhoeverWaits);
    }

    private void tellWhoeverWaits(Happening happening) {
        var expected = happening.expected();
        expectations
                .findBySignalAndSubject(expected.signal(), expected.subject())
                .forEach(waiting -> {
                    tell(waiting.trackingNumber(), happening);
                    expectations.delete(waiting);
                });
    }

    /** A slip that waits no more since a moment, because its time was up or somebody cancelled it, refuses to hear. */
    private void tell(UUID trackingNumber, Happening happening) {
        if (waits.isWaiting(trackingNumber, happening.expected())) {
            reactions.sendUnlessRefused(asCommand(new RoutingSlipId(trackingNumber), happening));
        }
    }

    private static Object asCommand(RoutingSlipId slip, Happening happening) {
        var expected = happening.expected();
        return happening.hasCome()
                ? new ReceiveSignal(slip, expected.signal(), expected.asData())
                : new DenySignal(slip, expected.signal(), expected.asData(), happening.obstacle());
    }
}
