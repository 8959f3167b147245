package com.pitstop.parts.activities;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.messaging.Refused;
import com.pitstop.chassis.steps.Activity;
import com.pitstop.chassis.steps.Reply;
import com.pitstop.chassis.steps.Step;
import com.pitstop.chassis.steps.StepCommands;
import com.pitstop.parts.domain.Quantity;
import com.pitstop.parts.domain.delivery.ArrangeDelivery;
import com.pitstop.parts.domain.delivery.CancelDelivery;
import com.pitstop.parts.domain.delivery.DeliveryId;
import com.pitstop.parts.stock.OrderableParts;
import com.pitstop.shared.parts.DeliveryArranged;
import com.pitstop.shared.parts.Sku;

/**
 * {@code arrange-delivery}: orders {@code quantity} pieces of {@code sku}, and answers with the {@code deliveryId} and when to
 * expect it. What came meanwhile cannot be cancelled and stays on the shelf.
 */
@Component
class ArrangingDelivery implements Activity {

    private final StepCommands commands;
    private final OrderableParts orderableParts;
    private final EventStore eventStore;
    private final Clock clock;

    ArrangingDelivery(StepCommands commands, OrderableParts orderableParts, EventStore eventStore, Clock garageClock) {
        this.commands = commands;
        this.orderableParts = orderableParts;
        this.eventStore = eventStore;
        this.clock = garageClock;
    }

    @Override
    public String name() {
        return "arrange-delivery";
    }

    @Override
    public Reply perform(Step step) {
        if (!commands.isDone(step)) {
            commands.perform(step, arranging(step));
        }
        return arranged(step);
    }

    @Override
    public Reply undo(Step step) {
        try {
            return commands.undo(
                    step, new CancelDelivery(delivery(step), step.reasonWithin(CancelDelivery.REASON_LIMIT)));
        } catch (CommandExecutionException failure) {
            if (isReceived(failure)) {
                return Reply.undone(true);
            }
            throw failure;
        }
    }

    @Override
    public Reply outcome(Step step) {
        return commands.isDone(step) ? arranged(step) : Reply.notDone();
    }

    private ArrangeDelivery arranging(Step step) {
        var sku = new Sku(step.text("sku"));
        var quantity = new Quantity(step.wholeNumber("quantity"));
        orderableParts.require(sku);
        return new ArrangeDelivery(
                delivery(step), sku, quantity, SupplierTerms.expectedWhenOrderedOn(LocalDate.now(clock)));
    }

    /** As it was arranged, whenever that was. */
    private Reply arranged(Step step) {
        var events = eventStore.readEvents(delivery(step).toString(), 0);
        var arranged = (DeliveryArranged) events.next().getPayload();
        return Reply.completed(Map.of(
                "deliveryId", arranged.deliveryId().toString(),
                "expectedOn", arranged.expectedOn().toString()));
    }

    private static boolean isReceived(CommandExecutionException failure) {
        return Refused.from(failure)
                .filter(refused -> refused.rule().equals("delivery-open"))
                .isPresent();
    }

    private static DeliveryId delivery(Step step) {
        return new DeliveryId(step.id());
    }
}
