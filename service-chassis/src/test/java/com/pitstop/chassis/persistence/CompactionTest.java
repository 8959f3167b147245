package com.pitstop.chassis.persistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;

import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

/** The embedded database's file while commits go on. What is dead may be overwritten at once here, not after 45 s. */
class CompactionTest {

    private static final int COMMITS = 4_000;
    private static final int COMMITS_BETWEEN = 100;

    @TempDir
    Path folder;

    @Test
    void keepsTheFileAFractionOfWhatItWouldBe() throws SQLException, IOException {
        var left = sizeAfterCommits("left", false);
        var compacted = sizeAfterCommits("compacted", true);

        assertThat(compacted).isLessThan(left / 2);
    }

    @Test
    void losesNothing() throws SQLException, IOException {
        sizeAfterCommits("kept", true);

        try (var connection = open("kept");
                var rows = connection.createStatement().executeQuery("select count(*) from part")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(COMMITS);
        }
    }

    @Test
    void isTriedAgainLaterWhenTheDatabaseCannotBeReached() {
        var missing = new JdbcDataSource();
        missing.setUrl("jdbc:h2:file:" + folder.resolve("missing") + ";IFEXISTS=TRUE");

        assertThatCode(new Compaction(missing)::compactOrTryLater).doesNotThrowAnyException();
    }

    @Test
    void isNotInterruptedWhenTheServiceEnds() throws SQLException, InterruptedException {
        var database = new SlowDatabase("jdbc:h2:file:" + folder.resolve("slow") + ";WRITE_DELAY=0");
        var compaction = new Compaction(database);
        compaction.afterPropertiesSet();
        database.compacting.await();

        var end = new FutureTask<>(() -> {
            compaction.destroy();
            return !database.interrupted;
        });
        var ending = new Thread(end);
        ending.start();
        await().until(() -> ending.getState() == Thread.State.TIMED_WAITING);
        database.goOn.countDown();

        assertThat(end).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(true);
    }

    /** Gives the first connection at once, and lets those of the compaction wait. */
    private static final class SlowDatabase extends DelegatingDataSource {

        private final CountDownLatch compacting = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private boolean started;
        private volatile boolean interrupted;

        SlowDatabase(String url) {
            super(new DriverManagerDataSource(url));
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (started) {
                compacting.countDown();
                awaitGoOn();
            }
            started = true;
            return super.getConnection();
        }

        private void awaitGoOn() {
            try {
                goOn.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
    }

    private long sizeAfterCommits(String name, boolean compacting) throws SQLException, IOException {
        try (var connection = open(name);
                var statement = connection.createStatement()) {
            statement.execute("set retention_time 0");
            statement.execute("create table part (id uuid primary key, text varchar)");
            commit(connection, compacting);
            return Files.size(folder.resolve(name + ".mv.db"));
        }
    }

    private static void commit(Connection connection, boolean compacting) throws SQLException {
        try (var insert = connection.prepareStatement("insert into part values (?, ?)")) {
            for (int commit = 0; commit < COMMITS; commit++) {
                insert.setObject(1, UUID.randomUUID());
                insert.setString(2, "A text as long as most rows of a read model are, of about a hundred letters");
                insert.execute();
                if (compacting && commit % COMMITS_BETWEEN == 0) {
                    Compaction.compact(connection);
                }
            }
        }
    }

    private Connection open(String name) throws SQLException {
        return DriverManager.getConnection("jdbc:h2:file:" + folder.resolve(name) + ";WRITE_DELAY=0");
    }
}
