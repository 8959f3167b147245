package com.pitstop.chassis.hub;

import java.sql.SQLException;

import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;

import com.pitstop.chassis.messaging.Causes;

/** The tables of {@code db/migration/hub}, as Axon is told of them. */
final class EventTables {

    private EventTables() {}

    static EventSchema schema() {
        return EventSchema.builder()
                .eventTable("hub.domain_event_entry")
                .snapshotTable("hub.snapshot_event_entry")
                .globalIndexColumn("global_index")
                .timestampColumn("time_stamp")
                .eventIdentifierColumn("event_identifier")
                .aggregateIdentifierColumn("aggregate_identifier")
                .sequenceNumberColumn("sequence_number")
                .typeColumn("type")
                .payloadTypeColumn("payload_type")
                .payloadRevisionColumn("payload_revision")
                .payloadColumn("payload")
                .metaDataColumn("meta_data")
                .build();
    }

    /** SQL state 23505, unique violation, means on every database here that somebody else was first. */
    static boolean saysSomebodyWasFirst(Exception failure) {
        return Causes.of(failure)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .anyMatch(exception -> "23505".equals(exception.getSQLState()));
    }
}
