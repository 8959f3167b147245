package com.pitstop.parts.domain.delivery;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

import com.pitstop.shared.RuleViolatedException;
import com.pitstop.shared.parts.DeliveryArranged;
import com.pitstop.shared.parts.DeliveryCancelled;
import com.pitstop.shared.parts.DeliveryReceived;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/** Pieces that a supplier was asked for, until they come or it is clear that they do not. */
@Aggregate(snapshotTriggerDefinition = "snapshotTrigger", cache = "aggregateCache")
@Revision("1")
class Delivery {

    private enum State {
        ARRANGED,
        RECEIVED,
        CANCELLED
    }

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private DeliveryId id;

    private UUID deliveryId;
    private String sku;
    private int quantity;
    private State state;

    @SuppressWarnings("NullAway.Init")
    Delivery() {} // Axon starts from here, then replays the events

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(ArrangeDelivery command, Clock clock) {
        requireNotInThePast(command.expectedOn(), clock);
        apply(new DeliveryArranged(
                command.deliveryId().value(),
                command.sku().value(),
                command.quantity().pieces(),
                command.expectedOn()));
    }

    @CommandHandler
    void handle(ReceiveDelivery command) {
        if (state != State.RECEIVED) {
            requireOpen();
            apply(new DeliveryReceived(deliveryId, sku, quantity));
        }
    }

    @CommandHandler
    void handle(CancelDelivery command) {
        if (state != State.CANCELLED) {
            requireOpen();
            apply(new DeliveryCancelled(deliveryId, sku, command.reason()));
        }
    }

    @EventSourcingHandler
    void on(DeliveryArranged event) {
        id = new DeliveryId(event.deliveryId());
        deliveryId = event.deliveryId();
        sku = event.sku();
        quantity = event.quantity();
        state = State.ARRANGED;
    }

    @EventSourcingHandler
    void on(DeliveryReceived event) {
        state = State.RECEIVED;
    }

    @EventSourcingHandler
    void on(DeliveryCancelled event) {
        state = State.CANCELLED;
    }

    private static void requireNotInThePast(LocalDate day, Clock clock) {
        if (day.isBefore(LocalDate.now(clock))) {
            throw new RuleViolatedException("not-in-the-past", "%s is over".formatted(day));
        }
    }

    private void requireOpen() {
        if (state == State.RECEIVED) {
            throw new RuleViolatedException("delivery-open", "This delivery was received");
        }
        if (state == State.CANCELLED) {
            throw new RuleViolatedException("delivery-open", "This delivery was cancelled");
        }
    }
}
