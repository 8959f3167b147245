package com.pitstop.chassis.hub;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

import org.axonframework.common.AxonThreadFactory;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rings by {@code NOTIFY}, in a transaction after the append. Within it, the server would let one append commit at a
 * time: those that notify wait for each other, writing to disk included.
 */
class PostgresDoorbell implements Doorbell {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresDoorbell.class);

    private static final String CHANNEL = "pitstop_appended";
    private static final int MILLISECONDS_BETWEEN_CHECKS = 500;
    private static final int SECONDS_UNTIL_RETRY = 1;
    private static final long MOMENT = TimeUnit.MILLISECONDS.toNanos(5);

    private final DataSource hub;
    private final String self = UUID.randomUUID().toString();
    private final Semaphore toRing = new Semaphore(0);
    private volatile boolean open = true;

    PostgresDoorbell(DataSource hub) {
        this.hub = hub;
    }

    @Override
    public void open(Runnable rung) {
        var threads = new AxonThreadFactory("Doorbell");
        threads.newThread(() -> again(() -> listen(rung))).start();
        threads.newThread(() -> again(this::ringWhenAsked)).start();
    }

    @Override
    public void ring() {
        toRing.release();
    }

    @Override
    public void close() {
        open = false;
        toRing.release();
    }

    private void listen(Runnable rung) throws SQLException {
        try (var connection = hub.getConnection()) {
            execute(connection, "listen " + CHANNEL);
            rung.run(); // for what was appended while nobody listened
            var ear = connection.unwrap(PGConnection.class);
            while (open) {
                if (heardOthers(ear)) {
                    rung.run();
                }
            }
            execute(connection, "unlisten *");
        }
    }

    private boolean heardOthers(PGConnection ear) throws SQLException {
        var others = false;
        for (var notification : ear.getNotifications(MILLISECONDS_BETWEEN_CHECKS)) {
            others |= !notification.getParameter().equals(self);
        }
        return others;
    }

    /** One ring for all the appends of a moment. */
    private void ringWhenAsked() throws SQLException {
        while (open) {
            toRing.acquireUninterruptibly();
            toRing.drainPermits();
            if (open) {
                try (var connection = hub.getConnection()) {
                    execute(connection, "notify %s, '%s'".formatted(CHANNEL, self));
                }
                LockSupport.parkNanos(MOMENT);
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void again(Work work) {
        while (open) {
            try {
                work.run();
            } catch (SQLException | RuntimeException e) {
                LOG.debug("The hub's database is away", e);
                pause();
            }
        }
    }

    private void pause() {
        try {
            TimeUnit.SECONDS.sleep(SECONDS_UNTIL_RETRY);
        } catch (InterruptedException e) {
            open = false;
        }
    }

    private interface Work {

        void run() throws SQLException;
    }
}
