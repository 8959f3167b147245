package com.pitstop.chassis.rounds;

import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

import com.pitstop.chassis.connection.Outage;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class RoundsTest {

    /** Does something with the number of each look. */
    private static final class Counted implements Round {

        private final AtomicInteger looks = new AtomicInteger();
        private final AtomicBoolean finished = new AtomicBoolean();
        private final IntConsumer work;

        Counted(IntConsumer work) {
            this.work = work;
        }

        @Override
        public String purpose() {
            return "count looks";
        }

        @Override
        public Duration period() {
            return Duration.ofMillis(5);
        }

        @Override
        public void look() {
            work.accept(looks.incrementAndGet());
        }

        @Override
        public void finish() {
            finished.set(true);
        }
    }

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger(Rounds.class).addAppender(log);
        logger(Outage.class).addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger(Rounds.class).detachAppender(log);
        logger(Outage.class).detachAppender(log);
    }

    @Test
    void goOnAfterAFailureAndTellIt() {
        var round = new Counted(look -> {
            if (look == 1) {
                throw new IllegalStateException("on purpose");
            }
        });

        run(round, 3);

        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("To count looks failed, and is tried again in PT0.005S");
    }

    @Test
    void tellOnceThatSomethingIsAwayAndOnceThatItIsBack() {
        var round = new Counted(look -> {
            if (look < 4) {
                throw new DataAccessResourceFailureException(
                        "No connection", new SQLTransientConnectionException("refused"));
            }
        });

        run(round, 5);

        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .satisfiesExactly(
                        gone -> assertThat(gone)
                                .startsWith("What it takes to count looks cannot be reached, and is tried again:"),
                        back -> assertThat(back).isEqualTo("What it takes to count looks is reached again"));
    }

    @Test
    void doNotKeepEachOtherWaiting() {
        var patience = new CountDownLatch(1);
        var stuck = new Counted(look -> awaitEndOf(patience));
        var other = new Counted(look -> {});
        var rounds = new Rounds(List.of(stuck, other));

        rounds.start();

        await().until(() -> stuck.looks.get() == 1 && other.looks.get() > 3);
        patience.countDown();
        rounds.stop();
    }

    @Test
    void endWithTheServiceAndMayStartAgain() {
        var round = new Counted(look -> {});
        var rounds = new Rounds(List.of(round));
        rounds.start();
        await().until(() -> round.looks.get() > 0);

        rounds.stop();

        var looks = round.looks.get();
        assertThat(round.finished).isTrue();
        assertThat(rounds.isRunning()).isFalse();
        rounds.start();
        await().until(() -> round.looks.get() > looks);
        rounds.stop();
    }

    private static void run(Counted round, int looks) {
        var rounds = new Rounds(List.of(round));
        rounds.start();
        await().until(() -> round.looks.get() >= looks);
        rounds.stop();
    }

    private static void awaitEndOf(CountDownLatch patience) {
        try {
            patience.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Logger logger(Class<?> type) {
        return (Logger) LoggerFactory.getLogger(type);
    }
}
