package com.pitstop.process.signals;

import java.util.Map;
import java.util.UUID;

import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.messaging.Reactions;
import com.pitstop.chassis.messaging.Refused;
import com.pitstop.chassis.processing.InOrder;
import com.pitstop.process.domain.ReceiveSignal;
import com.pitstop.process.domain.RoutingSlipId;
import com.pitstop.shared.parts.DeliveryReceived;
import com.pitstop.shared.process.SignalAwaited;
import com.pitstop.shared.workshop.MaintenanceJobFinished;

/**
 * A slip that waits for goods, or for a job to be done, is told when they are there. All events are handled in the order they
 * were stored: either the slip is known to wait when it happens, or it had happened when the slip began to wait.
 *
 * <p>In a replay nobody is told what they have heard, only what did not come through.
 */
@Component
@ProcessingGroup("process-signals")
@InOrder
class WhenAwaitedThingHappensThenSignal {

    private final ExpectationRepository expectations;
    private final Happenings happenings;
    private final Reactions reactions;

    WhenAwaitedThingHappensThenSignal(ExpectationRepository expectations, Happenings happenings, Reactions reactions) {
        this.expectations = expectations;
        this.happenings = happenings;
        this.reactions = reactions;
    }

    @EventHandler
    void on(SignalAwaited event) {
        Expectation.of(event.signal(), event.offer()).ifPresent(expected -> {
            var waiting = new ExpectationView(event.trackingNumber(), expected);
            if (happenings.include(expected, event.offer())) {
                tell(event.trackingNumber(), expected);
            } else if (expectations.findById(waiting.getId()).isEmpty()) {
                expectations.save(waiting).stored();
            }
        });
    }

    @EventHandler
    void on(DeliveryReceived event) {
        happened(new Expectation(Expectation.GOODS_RECEIVED, event.deliveryId().toString()));
    }

    @EventHandler
    void on(MaintenanceJobFinished event) {
        happened(new Expectation(Expectation.JOB_FINISHED, event.jobId().toString()));
    }

    @ResetHandler
    void reset() {
        expectations.deleteAllInBatch();
    }

    private void happened(Expectation expected) {
        expectations
                .findBySignalAndSubject(expected.signal(), expected.subject())
                .forEach(waiting -> {
                    tell(waiting.trackingNumber(), expected);
                    expectations.delete(waiting);
                });
    }

    /** A slip that waits no more, because its time was up or somebody cancelled it, refuses to hear. */
    private void tell(UUID trackingNumber, Expectation happened) {
        if (!happenings.areNewsTo(trackingNumber, happened.signal())) {
            return;
        }
        try {
            reactions.send(new ReceiveSignal(new RoutingSlipId(trackingNumber), happened.signal(), Map.of()));
        } catch (CommandExecutionException failure) {
            if (failure.getDetails().filter(Refused.class::isInstance).isEmpty()) {
                throw failure;
            }
        }
    }
}
