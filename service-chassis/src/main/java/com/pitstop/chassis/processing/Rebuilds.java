package com.pitstop.chassis.processing;

import org.springframework.jdbc.core.JdbcTemplate;

/** Which read models are being rebuilt, and so show only part of what happened. True in every process of a service. */
public class Rebuilds {

    private static final String REPLAY_TOKENS = """
            select count(*) from operations.token_entry
            where processor_name = ? and token_type = 'org.axonframework.eventhandling.ReplayToken'
            """;

    private final JdbcTemplate database;
    private final Positions positions;

    public Rebuilds(JdbcTemplate database, Positions positions) {
        this.database = database;
        this.positions = positions;
    }

    /** The first look is cheap and nearly always enough; a replay that has caught up keeps its token for a while. */
    public boolean isRunning(String processor) {
        var tokens = database.queryForObject(REPLAY_TOKENS, Integer.class, processor);
        return tokens != null && tokens > 0 && positions.of(processor).stream().anyMatch(Positions.Segment::replaying);
    }
}
