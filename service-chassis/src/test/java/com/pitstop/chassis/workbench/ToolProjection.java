package com.pitstop.chassis.workbench;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.workbench.Tool.ToolBought;
import com.pitstop.chassis.workbench.Tool.ToolUsed;

/** A projection that can be told to fail. */
@Component
@ProcessingGroup("tools")
class ToolProjection {

    record CountUses(String toolId) {}

    private static final Logger LOG = LoggerFactory.getLogger(ToolProjection.class);

    final Set<String> jammed = ConcurrentHashMap.newKeySet();

    private final ToolRows rows;

    ToolProjection(ToolRows rows) {
        this.rows = rows;
    }

    @EventHandler
    void on(ToolBought event) {
        if (jammed.contains(event.toolId())) {
            LOG.warn("{} is jammed", event.toolId());
            throw new IllegalStateException("Jammed: " + event.toolId());
        }
        rows.save(new ToolRow(event.toolId(), event.label()));
    }

    @EventHandler
    void on(ToolUsed event) {
        rows.findById(event.toolId()).orElseThrow().uses += event.times();
    }

    @QueryHandler
    int handle(CountUses query) {
        return rows.findById(query.toolId()).map(row -> row.uses).orElse(0);
    }

    @ResetHandler
    void reset() {
        rows.deleteAllInBatch();
    }
}
