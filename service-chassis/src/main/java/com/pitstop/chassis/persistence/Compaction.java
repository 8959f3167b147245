package com.pitstop.chassis.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;

/**
 * Keeps the file of the embedded database small. H2 does so in the thread that writes behind the commits, and there is
 * no such thread when each commit waits until it is written ({@code WRITE_DELAY=0}): pages that nobody needs any more
 * would stay in the file, twenty kilobytes and more of them for every command. Other databases look after themselves.
 */
class Compaction implements InitializingBean, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);

    private static final int SECONDS_BETWEEN = 2;
    private static final int SECONDS_TO_END = 10;
    private static final int LIVE_PERCENT = 50;
    private static final int BYTES_REWRITTEN_AT_ONCE = 4 << 20;

    private final DataSource dataSource;
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1);

    Compaction(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void afterPropertiesSet() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            if (connection.isWrapperFor(JdbcConnection.class)) {
                var unused = thread.scheduleWithFixedDelay(
                        this::compactOrTryLater, SECONDS_BETWEEN, SECONDS_BETWEEN, TimeUnit.SECONDS);
            }
        }
    }

    /** An exception here would end the schedule for good. */
    void compactOrTryLater() {
        try (var connection = dataSource.getConnection()) {
            compact(connection);
        } catch (SQLException | RuntimeException e) {
            LOG.warn("The database file was not compacted, and grows until it is", e);
        }
    }

    /** Moves what is alive out of the emptiest parts of the file, so that those can be written again. */
    static void compact(Connection connection) throws SQLException {
        var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        session.getDatabase().getStore().getMvStore().compact(LIVE_PERCENT, BYTES_REWRITTEN_AT_ONCE);
    }

    /** Lets a compaction end: an interrupt in the middle of a write would close the file under everybody. */
    @Override
    public void destroy() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
            LOG.warn("The compaction of the database file did not end within {} seconds", SECONDS_TO_END);
        }
    }
}
