package com.pitstop.chassis.processing;

import java.util.function.BooleanSupplier;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which read models are being rebuilt, and so show only part of what happened. True in every process of a service. */
public class Rebuilds {

    private static final String REPLAY_TOKENS = """
            select count(*) from operations.token_entry
            where processor_name = ? and token_type = 'org.axonframework.eventhandling.ReplayToken'
            """;

    private final JdbcTemplate database;
    private final Positions positions;
    private final EventStore eventStore;

    public Rebuilds(JdbcTemplate database, Positions positions, EventStore eventStore) {
        this.database = database;
        this.positions = positions;
        this.eventStore = eventStore;
    }

    /**
     * Whether there is something: as its table says or, while that is being rebuilt, by whether it has events.
     *
     * @param processor that fills the table
     * @param stream of what is looked for
     */
    public boolean isKnown(String processor, String stream, BooleanSupplier table) {
        return isRunning(processor) ? eventStore.lastSequenceNumberFor(stream).isPresent() : table.getAsBoolean();
    }

    /** The first look is cheap and nearly always enough; a replay that has caught up keeps its token for a while. */
    public boolean isRunning(String processor) {
        var tokens = database.queryForObject(REPLAY_TOKENS, Integer.class, processor);
        return tokens != null && tokens > 0 && positions.of(processor).stream().anyMatch(Positions.Segment::replaying);
    }
}
