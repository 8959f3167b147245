package com.pitstop.audit.trail;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import com.pitstop.audit.subject.Subjects;
import com.pitstop.chassis.processing.InOrder;

/** Adds every event there is to the chain, in the order of the event store. */
@Component
@ProcessingGroup("audit-trail")
@InOrder(parkedHoldsUpAll = true)
class AuditTrailProjection {

    private final Facts facts;
    private final EntryRepository entries;
    private final ChainHeadRepository heads;
    private final JdbcTemplate database;

    AuditTrailProjection(Facts facts, EntryRepository entries, ChainHeadRepository heads, JdbcTemplate database) {
        this.facts = facts;
        this.entries = entries;
        this.heads = heads;
        this.database = database;
    }

    @EventHandler
    void on(EventMessage<?> event, TrackingToken token) {
        var position = token.position().orElseThrow();
        // Read once in a transaction, and so once in a batch.
        var head = heads.findById(ChainHeadView.ONLY).orElseGet(() -> heads.save(new ChainHeadView()));
        if (head.isBefore(position)) {
            var entry = head.asHead().next(facts.of(event));
            entries.save(new EntryView(entry, Subjects.of(entry.fact())));
            head.moveTo(entry, position);
        }
    }

    @ResetHandler
    void reset() {
        database.update("delete from audit.entry_subject");
        database.update("delete from audit.entry");
        database.update("delete from audit.chain_head");
    }
}
