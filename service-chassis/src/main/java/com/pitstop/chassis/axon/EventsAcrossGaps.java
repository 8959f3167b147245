package com.pitstop.chassis.axon;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;

import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;

/**
 * Reads on from a position that has gaps behind it. Axon asks for both with one {@code or}, for which H2 reads the
 * whole table; here they are two look-ups in the index.
 */
final class EventsAcrossGaps {

    private EventsAcrossGaps() {}

    static PreparedStatement select(
            Connection connection, EventSchema schema, long position, int batchSize, List<Long> gaps)
            throws SQLException {
        var select = "select " + schema.trackedEventFields() + " from " + schema.domainEventTable() + " where "
                + schema.globalIndexColumn();
        var statement = connection.prepareStatement("%s > ? and %s <= ? union all %s in (%s) order by %s"
                .formatted(
                        select,
                        schema.globalIndexColumn(),
                        select,
                        String.join(",", Collections.nCopies(gaps.size(), "?")),
                        schema.globalIndexColumn()));
        statement.setLong(1, position);
        statement.setLong(2, position + batchSize);
        for (int gap = 0; gap < gaps.size(); gap++) {
            statement.setLong(gap + 3, gaps.get(gap));
        }
        return statement;
    }
}
