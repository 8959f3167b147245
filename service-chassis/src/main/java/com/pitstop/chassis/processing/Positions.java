package com.pitstop.chassis.processing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** How far each processor is, read from the stored positions: also of one that is paused or runs elsewhere. */
public class Positions {

    /**
     * The position of one segment of a processor.
     *
     * @param owner the process that works on it, null when nobody does
     * @param position the position of the last event handled, in the event store's count; -1 before the first
     * @param replayUntil the position at which a replay has caught up, null when none is going on
     */
    public record Segment(
            int segment,
            @Nullable String owner,
            long position,
            @Nullable Long replayUntil) {

        public boolean replaying() {
            return replayUntil != null && position < replayUntil;
        }
    }

    private static final String SEGMENTS = """
            select segment, owner, token, token_type, processor_name from operations.token_entry
            """;

    private static final String OF_ONE = SEGMENTS + "where processor_name = ? order by segment";

    private final JdbcTemplate database;
    private final Serializer serializer;
    private final EventStore eventStore;

    public Positions(JdbcTemplate database, Serializer serializer, EventStore eventStore) {
        this.database = database;
        this.serializer = serializer;
        this.eventStore = eventStore;
    }

    public List<Segment> of(String processor) {
        return database.query(OF_ONE, (row, number) -> segment(row), processor);
    }

    /** The segments of every processor that ever ran here, by its name. */
    public Map<String, List<Segment>> all() {
        var segments = new HashMap<String, List<Segment>>();
        database.query(SEGMENTS + "order by segment", row -> {
            segments.computeIfAbsent(row.getString(5), processor -> new ArrayList<>())
                    .add(segment(row));
        });
        return segments;
    }

    /** One segment as its own process knows it: ahead of what is stored, since a segment with nothing to do stores late. */
    public static Segment live(int segment, @Nullable String owner, @Nullable TrackingToken token) {
        return segment(segment, owner, token);
    }

    /** The position of the last event there is; -1 when there is none. */
    public long head() {
        var head = eventStore.createHeadToken();
        return head == null ? -1 : head.position().orElse(-1);
    }

    /** When the event after a position was recorded; empty when there is none. */
    public Optional<Instant> nextEventAfter(long position) {
        try (var events = eventStore.openStream(tokenAt(position))) {
            return events.hasNextAvailable(100, TimeUnit.MILLISECONDS)
                    ? Optional.of(events.nextAvailable().getTimestamp())
                    : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** As the event store at hand counts: some know about gaps, some have none. */
    private @Nullable TrackingToken tokenAt(long position) {
        if (position < 0) {
            return null;
        }
        return eventStore.createHeadToken() instanceof GapAwareTrackingToken
                ? GapAwareTrackingToken.newInstance(position, Set.of())
                : new GlobalSequenceTrackingToken(position);
    }

    private Segment segment(ResultSet row) throws SQLException {
        return segment(row.getInt(1), row.getString(2), token(row.getBytes(3), row.getString(4)));
    }

    private @Nullable TrackingToken token(byte @Nullable [] token, @Nullable String type) {
        return token == null || type == null
                ? null
                : serializer.deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null));
    }

    private static Segment segment(int segment, @Nullable String owner, @Nullable TrackingToken token) {
        var position = token == null ? -1 : token.position().orElse(-1);
        OptionalLong reset = token == null ? OptionalLong.empty() : ReplayToken.getTokenAtReset(token);
        return new Segment(segment, owner, position, reset.isPresent() ? reset.getAsLong() : null);
    }
}
