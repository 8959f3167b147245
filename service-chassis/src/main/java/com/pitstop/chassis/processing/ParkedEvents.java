package com.pitstop.chassis.processing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.DefaultDeadLetterStatementFactory;
import org.axonframework.serialization.Serializer;

/**
 * The statements of the dead-letter queue, with pages that are pages. Axon 4.13.0 compares the offset of a page with
 * the index of a letter in its sequence, and so passes over whole sequences after the first page.
 */
class ParkedEvents extends DefaultDeadLetterStatementFactory<EventMessage<?>> {

    private final DeadLetterSchema schema;

    ParkedEvents(DeadLetterSchema schema, Serializer serializer) {
        super(new Settings(schema, serializer));
        this.schema = schema;
    }

    @Override
    public PreparedStatement letterSequenceStatement(
            Connection connection, String processingGroup, String sequenceId, int offset, int maxSize)
            throws SQLException {
        var statement = connection.prepareStatement(
                """
                select * from %s
                where %s = ? and %s = ?
                order by %s
                limit ? offset ?
                """.formatted(
                                schema.deadLetterTable(),
                                schema.processingGroupColumn(),
                                schema.sequenceIdentifierColumn(),
                                schema.sequenceIndexColumn()),
                ResultSet.TYPE_FORWARD_ONLY,
                ResultSet.CONCUR_READ_ONLY);
        statement.setString(1, processingGroup);
        statement.setString(2, sequenceId);
        statement.setInt(3, maxSize);
        statement.setInt(4, offset);
        return statement;
    }

    @Override
    public PreparedStatement claimableSequencesStatement(
            Connection connection, String processingGroup, Instant processingStartedLimit, int offset, int maxSize)
            throws SQLException {
        var statement = connection.prepareStatement(
                """
                select * from %1$s letter
                where letter.%2$s = ?
                  and letter.%4$s = (select min(first.%4$s) from %1$s first
                                     where first.%2$s = letter.%2$s and first.%3$s = letter.%3$s)
                  and (letter.%5$s is null or letter.%5$s < ?)
                order by letter.%6$s, letter.%7$s
                limit ? offset ?
                """.formatted(
                                schema.deadLetterTable(),
                                schema.processingGroupColumn(),
                                schema.sequenceIdentifierColumn(),
                                schema.sequenceIndexColumn(),
                                schema.processingStartedColumn(),
                                schema.lastTouchedColumn(),
                                schema.deadLetterIdentifierColumn()),
                ResultSet.TYPE_FORWARD_ONLY,
                ResultSet.CONCUR_READ_ONLY);
        statement.setString(1, processingGroup);
        statement.setString(2, DateTimeUtils.formatInstant(processingStartedLimit));
        statement.setInt(3, maxSize);
        statement.setInt(4, offset);
        return statement;
    }

    private static final class Settings extends Builder<EventMessage<?>> {

        Settings(DeadLetterSchema schema, Serializer serializer) {
            schema(schema).genericSerializer(serializer).eventSerializer(serializer);
        }
    }
}
