package com.pitstop.process.domain.order;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

import com.pitstop.shared.RuleViolatedException;
import com.pitstop.shared.order.RepairOrderConfirmed;
import com.pitstop.shared.order.RepairOrderPlaced;
import com.pitstop.shared.order.RepairOrderRejected;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/** A repair that a customer asked for, until the garage knows whether it can. Each step of it may be asked for again. */
@Aggregate
@Revision("1")
class RepairOrder {

    private enum State {
        NONE,
        PLACED,
        CONFIRMED,
        REJECTED
    }

    @AggregateIdentifier
    private RepairOrderId id;

    private State state = State.NONE;

    @SuppressWarnings("NullAway.Init")
    RepairOrder() {} // Axon starts from here, then replays the events

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PlaceRepairOrder command) {
        if (state == State.NONE) {
            apply(new RepairOrderPlaced(
                    command.orderId().value(),
                    command.customerId().value(),
                    command.licenseNumber().value(),
                    command.lines(),
                    command.amount(),
                    command.currency().getCurrencyCode()));
        }
    }

    @CommandHandler
    void handle(ConfirmRepairOrder command) {
        if (state != State.CONFIRMED) {
            require(State.PLACED, "This order was rejected");
            apply(new RepairOrderConfirmed(id.value()));
        }
    }

    @CommandHandler
    void handle(RejectRepairOrder command) {
        if (state != State.REJECTED) {
            require(State.PLACED, "This order was confirmed");
            apply(new RepairOrderRejected(id.value(), command.reason()));
        }
    }

    @EventSourcingHandler
    void on(RepairOrderPlaced event) {
        id = new RepairOrderId(event.orderId());
        state = State.PLACED;
    }

    @EventSourcingHandler
    void on(RepairOrderConfirmed event) {
        state = State.CONFIRMED;
    }

    @EventSourcingHandler
    void on(RepairOrderRejected event) {
        state = State.REJECTED;
    }

    private void require(State required, String otherwise) {
        if (state != required) {
            throw new RuleViolatedException("order-open", otherwise);
        }
    }
}
