package com.pitstop.process.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.messaging.Refused;
import com.pitstop.process.domain.CancelRoutingSlip;
import com.pitstop.process.domain.PauseRoutingSlip;
import com.pitstop.process.domain.ResolveRoutingSlip;
import com.pitstop.process.domain.ResumeRoutingSlip;
import com.pitstop.process.domain.RetryStep;
import com.pitstop.process.domain.RoutingSlipId;
import com.pitstop.process.domain.SkipStep;
import com.pitstop.process.slips.AffectedSlips.Affected;
import com.pitstop.process.slips.SlipAction;
import com.pitstop.process.web.ActionReport.Item;
import com.pitstop.process.web.ActionReport.Outcome;

/**
 * Has an action done on one process after the other, each by a command of its own, so that one that is refused keeps no other
 * from it. What there is no time for before a gateway loses patience is left as it is, and said so.
 */
@Component
class SlipActions {

    private static final Logger LOG = LoggerFactory.getLogger(SlipActions.class);

    private static final Duration TIME = Duration.ofSeconds(4);

    private final CommandGateway commands;

    SlipActions(CommandGateway commands) {
        this.commands = commands;
    }

    ActionReport perform(SlipAction action, List<Affected> affected, String reason) {
        var deadline = System.nanoTime() + TIME.toNanos();
        var items = new ArrayList<Item>();
        for (var one : affected) {
            var id = new RoutingSlipId(one.slip().trackingNumber());
            if (action.isOfSteps()) {
                one.steps().forEach(step -> items.add(perform(id, step, wish(action, id, step, reason), deadline)));
            } else {
                items.add(perform(id, null, wish(action, id, "", reason), deadline));
            }
        }
        return ActionReport.of(items);
    }

    private static Object wish(SlipAction action, RoutingSlipId id, String step, String reason) {
        return switch (action) {
            case PAUSE -> new PauseRoutingSlip(id, reason);
            case RESUME -> new ResumeRoutingSlip(id, reason);
            case CANCEL -> new CancelRoutingSlip(id, reason);
            case RESOLVE -> new ResolveRoutingSlip(id, reason);
            case RETRY -> new RetryStep(id, step, reason);
            case SKIP -> new SkipStep(id, step, reason);
        };
    }

    private Item perform(RoutingSlipId id, @Nullable String step, Object wish, long deadline) {
        if (System.nanoTime() >= deadline) {
            return new Item(id.trackingNumber(), step, Outcome.LEFT, null, "There was no time for it");
        }
        try {
            commands.sendAndWait(wish);
            return new Item(id.trackingNumber(), step, Outcome.DONE, null, null);
        } catch (RuntimeException failure) {
            return unsuccessful(id, step, failure);
        }
    }

    private static Item unsuccessful(RoutingSlipId id, @Nullable String step, RuntimeException failure) {
        return Refused.from(failure)
                .map(refused ->
                        new Item(id.trackingNumber(), step, Outcome.REFUSED, refused.rule(), refused.sentence()))
                .orElseGet(() -> {
                    LOG.warn("What was wished for {} may not have been done", id, failure);
                    return new Item(id.trackingNumber(), step, Outcome.FAILED, null, "It may not have been done");
                });
    }
}
