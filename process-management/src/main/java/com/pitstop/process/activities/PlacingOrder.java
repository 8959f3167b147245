package com.pitstop.process.activities;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.messaging.AscendingIdentifiers;
import com.pitstop.chassis.steps.Activity;
import com.pitstop.chassis.steps.Reply;
import com.pitstop.chassis.steps.Step;
import com.pitstop.chassis.steps.StepCommands;
import com.pitstop.process.domain.order.PlaceRepairOrder;
import com.pitstop.process.domain.order.RejectRepairOrder;
import com.pitstop.process.domain.order.RepairOrderId;
import com.pitstop.shared.InvalidValueException;
import com.pitstop.shared.customer.CustomerId;
import com.pitstop.shared.order.OrderedPart;
import com.pitstop.shared.vehicle.LicenseNumber;

/**
 * {@code place-order}: notes that {@code customerId} wants {@code licenseNumber} repaired with the parts in {@code lines}
 * for {@code amount}, and answers with the {@code orderId} and the {@code jobId} that its job will have, so that parts can be
 * kept for it from now on. Undone, the order is rejected.
 */
@Component
class PlacingOrder implements Activity {

    private final StepCommands commands;
    private final Currency currency;

    PlacingOrder(StepCommands commands, @Value("${pitstop.garage.currency}") Currency currency) {
        this.commands = commands;
        this.currency = currency;
    }

    @Override
    public String name() {
        return "place-order";
    }

    @Override
    public Reply perform(Step step) {
        commands.perform(
                step,
                new PlaceRepairOrder(
                        order(step),
                        new CustomerId(step.uuid("customerId")),
                        new LicenseNumber(step.text("licenseNumber")),
                        lines(step),
                        step.decimal("amount"),
                        currency));
        return placed(step);
    }

    @Override
    public Reply undo(Step step) {
        return commands.undo(step, new RejectRepairOrder(order(step), step.reasonWithin(200)));
    }

    @Override
    public Reply outcome(Step step) {
        return commands.isDone(step) ? placed(step) : Reply.notDone();
    }

    static RepairOrderId order(Step step) {
        return new RepairOrderId(step.trackingNumber());
    }

    private static UUID job(Step step) {
        return AscendingIdentifiers.near(step.trackingNumber(), "job");
    }

    private static Reply placed(Step step) {
        return Reply.completed(Map.of(
                "orderId", step.trackingNumber().toString(), "jobId", job(step).toString()));
    }

    private static List<OrderedPart> lines(Step step) {
        return step.list("lines").stream().map(PlacingOrder::line).toList();
    }

    private static OrderedPart line(Object line) {
        if (line instanceof Map<?, ?> part
                && part.get("sku") instanceof String sku
                && part.get("quantity") instanceof Integer quantity) {
            return new OrderedPart(sku, quantity);
        }
        throw new InvalidValueException("step-argument", "Each of the lines must have a sku and a quantity");
    }
}
