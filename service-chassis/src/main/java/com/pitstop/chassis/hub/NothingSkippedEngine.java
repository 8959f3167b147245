package com.pitstop.chassis.hub;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import org.axonframework.common.jdbc.JdbcUtils;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

import com.pitstop.chassis.connection.Outage;

/**
 * Reads events in the order of their positions, and never past one that is still being written. Axon reads past, keeps
 * the gap in mind for a minute and then forgets it, and with it the event. Here a position that is missing was rolled
 * back and stays missing, so positions have no gaps to keep.
 */
class NothingSkippedEngine extends JdbcEventStorageEngine {

    private static final long PACE = TimeUnit.MILLISECONDS.toNanos(5);

    private final RunningAppends appends;
    private final Outage outage = new Outage("The database of the events");
    private volatile long readable = -1;
    private volatile long lastLook = System.nanoTime();

    NothingSkippedEngine(Builder settings, RunningAppends appends) {
        super(settings);
        this.appends = appends;
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        appends.during(() -> super.appendEvents(events, serializer));
    }

    /** The last position that readers may reach: those below are all there. */
    @Override
    public @Nullable TrackingToken createHeadToken() {
        var connection = getConnection();
        try {
            var last = appends.readableUpTo(connection);
            return last <= 0 ? null : at(last);
        } catch (SQLException e) {
            throw new EventStoreException("Failed to get head token", e);
        } finally {
            JdbcUtils.closeQuietly(connection);
        }
    }

    /** The one who may block reads for all who follow, and would look after every commit. */
    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken position, boolean mayBlock) {
        if (mayBlock) {
            LockSupport.parkNanos(lastLook + PACE - System.nanoTime());
            lastLook = System.nanoTime();
        }
        return super.readEvents(position, mayBlock);
    }

    /** Asked for all the time, so this notices when the database goes and when it is back. */
    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken last, int batchSize) {
        var position = last == null ? -1 : ((GapAwareTrackingToken) last).getIndex();
        try {
            var events = eventsAfter(position, batchSize);
            outage.isOver();
            return events;
        } catch (RuntimeException e) {
            outage.goesOn(e);
            throw e;
        }
    }

    private List<TrackedEventData<?>> eventsAfter(long position, int batchSize) {
        var connection = getConnection();
        try {
            return eventsAfter(position, batchSize, connection);
        } catch (SQLException e) {
            throw new EventStoreException("Failed to read events after position " + position, e);
        } finally {
            JdbcUtils.closeQuietly(connection);
        }
    }

    /** What was readable once stays so: whoever is far behind need not ask again. */
    private List<TrackedEventData<?>> eventsAfter(long position, int batchSize, Connection connection)
            throws SQLException {
        var events = read(position, readable, batchSize, connection);
        if (events.isEmpty()) {
            readable = appends.readableUpTo(connection);
            events = read(position, readable, batchSize, connection);
        }
        return events;
    }

    private List<TrackedEventData<?>> read(long after, long upTo, int batchSize, Connection connection)
            throws SQLException {
        if (after >= upTo) {
            return List.of();
        }
        try (var statement =
                connection.prepareStatement("select %1$s from %2$s where %3$s > ? and %3$s <= ? order by %3$s limit ?"
                        .formatted(
                                schema().trackedEventFields(),
                                schema().domainEventTable(),
                                schema().globalIndexColumn()))) {
            statement.setLong(1, after);
            statement.setLong(2, upTo);
            statement.setInt(3, batchSize);
            try (var row = statement.executeQuery()) {
                var events = new ArrayList<TrackedEventData<?>>();
                while (row.next()) {
                    events.add(event(row));
                }
                return events;
            }
        }
    }

    private TrackedEventData<?> event(ResultSet row) throws SQLException {
        return getTrackedEventData(row, at(row.getLong(schema().globalIndexColumn()) - 1));
    }

    private static GapAwareTrackingToken at(long position) {
        return GapAwareTrackingToken.newInstance(position, Collections.emptySet());
    }
}
