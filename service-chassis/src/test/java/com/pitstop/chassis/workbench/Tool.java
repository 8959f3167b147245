package com.pitstop.chassis.workbench;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

import com.pitstop.shared.RuleViolatedException;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/** An aggregate to try the chassis on: a tool is bought, used and, after a thousand uses or so, worn. */
@Aggregate(snapshotTriggerDefinition = "snapshotTrigger", cache = "aggregateCache")
@Revision("1")
class Tool {

    record BuyTool(@TargetAggregateIdentifier String toolId, String label) {}

    record UseTool(@TargetAggregateIdentifier String toolId) {}

    /** Asks for what is there already, as a repeated request may. */
    record LookAtTool(@TargetAggregateIdentifier String toolId) {}

    @Revision("1")
    record ToolBought(String toolId, String label) {}

    @Revision("2")
    record ToolUsed(String toolId, int times, String by) {}

    @AggregateIdentifier
    private String toolId;

    private int uses;

    Tool() {}

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(BuyTool command) {
        if (toolId != null) {
            throw new RuleViolatedException("bought-once", "We have that tool");
        }
        apply(new ToolBought(command.toolId(), command.label()));
    }

    @CommandHandler
    int handle(UseTool command) {
        apply(new ToolUsed(command.toolId(), 1, "somebody"));
        return uses;
    }

    @CommandHandler
    void handle(LookAtTool command) {}

    @EventSourcingHandler
    void on(ToolBought event) {
        toolId = event.toolId();
    }

    @EventSourcingHandler
    void on(ToolUsed event) {
        uses = uses + event.times();
    }
}
