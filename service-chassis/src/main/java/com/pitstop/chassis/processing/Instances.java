package com.pitstop.chassis.processing;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.axonframework.common.AxonThreadFactory;
import org.axonframework.eventhandling.pooled.MaxSegmentProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

import com.pitstop.chassis.axon.Node;
import com.pitstop.chassis.connection.Outage;

/**
 * The processes that run this service, as its database knows them, and what each may do of the work: an equal share of
 * the segments of every processor, and nothing of one that an operator paused. Each says once a second that it is there.
 */
public class Instances implements MaxSegmentProvider, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Instances.class);

    private static final Duration BETWEEN_SIGNS_OF_LIFE = Duration.ofSeconds(1);
    private static final Duration PRESUMED_DEAD_AFTER = Duration.ofSeconds(5);

    private record Seen(int alive, Map<String, Integer> segments, Set<String> paused) {}

    private final JdbcTemplate database;
    private final String service;
    private final Node node;
    private final Outage outage = new Outage("The database of the service");
    private final ScheduledThreadPoolExecutor thread =
            new ScheduledThreadPoolExecutor(1, new AxonThreadFactory("Instances"));
    private volatile Seen seen = new Seen(1, Map.of(), Set.of());
    private volatile boolean running;

    public Instances(JdbcTemplate database, String service, Node node) {
        this.database = database;
        this.service = service;
        this.node = node;
    }

    @Override
    public int getMaxSegments(String processor) {
        var now = seen;
        if (now.paused().contains(processor)) {
            return 0;
        }
        var segments = now.segments().getOrDefault(processor, (int) Short.MAX_VALUE);
        return (segments + now.alive() - 1) / now.alive();
    }

    public boolean isPaused(String processor) {
        return seen.paused().contains(processor);
    }

    /** From now on no process works on it; the others let go of it at their next look. */
    public void pause(String processor) {
        if (!isPaused(processor)) {
            database.update("insert into operations.paused_processor values (?)", processor);
            look();
        }
    }

    public void resume(String processor) {
        database.update("delete from operations.paused_processor where processor_name = ?", processor);
        look();
    }

    /** Lets go of all segments of a processor that does not run here, so that nobody has to wait for its claims to end. */
    public void release(String processor) {
        database.update(
                "update operations.token_entry set owner = null where processor_name = ? and owner = ?",
                processor,
                node.name());
    }

    @Override
    public void start() {
        look();
        if (!node.alone()) {
            var unused = thread.scheduleWithFixedDelay(
                    this::signAndLookOrTryLater, 0, BETWEEN_SIGNS_OF_LIFE.toMillis(), TimeUnit.MILLISECONDS);
        }
        running = true;
    }

    /** Before event processing starts, and until it has stopped. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    @Override
    public void stop() {
        running = false;
        thread.shutdownNow();
        try {
            database.update("delete from operations.instance where node = ?", node.name());
        } catch (DataAccessException e) {
            LOG.debug("The others will notice by themselves that this process is gone", e);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** While the database is away all stays as it was last seen. */
    private void signAndLookOrTryLater() {
        try {
            signAndLook();
            outage.isOver();
        } catch (RuntimeException e) {
            LOG.debug("Tried again in a second", e);
            outage.goesOn(e);
        }
    }

    private void signAndLook() {
        var here = node.name();
        if (database.update("update operations.instance set seen_at = current_timestamp where node = ?", here) == 0) {
            database.update("insert into operations.instance values (?, ?, current_timestamp)", here, service);
        }
        look();
    }

    private void look() {
        var segments = new HashMap<String, Integer>();
        database.query("select processor_name, count(*) from operations.token_entry group by processor_name", row -> {
            segments.put(row.getString(1), row.getInt(2));
        });
        seen = new Seen(
                alive(),
                segments,
                new HashSet<>(
                        database.queryForList("select processor_name from operations.paused_processor", String.class)));
    }

    private int alive() {
        var alive = database.queryForObject(
                "select count(*) from operations.instance where service = ? and seen_at > current_timestamp - interval '%d' second"
                        .formatted(PRESUMED_DEAD_AFTER.toSeconds()),
                Integer.class,
                service);
        return Math.max(1, alive == null ? 1 : alive);
    }
}
