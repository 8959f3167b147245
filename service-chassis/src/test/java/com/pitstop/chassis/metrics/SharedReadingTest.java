package com.pitstop.chassis.metrics;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Many gauges, one reading; and none rather than a scrape that hangs. */
class SharedReadingTest {

    private final AtomicInteger times = new AtomicInteger();
    private final CountDownLatch answer = new CountDownLatch(1);

    private SharedReading<Integer> reading;

    @AfterEach
    void close() {
        reading.close();
    }

    @Test
    void isMadeOnceForAllGaugesOfAScrapeAndAgainForTheNext() {
        reading = new SharedReading<>(times::incrementAndGet, Duration.ofSeconds(1));

        for (int gauge = 0; gauge < 50; gauge++) {
            assertThat(reading.latest()).contains(1);
        }

        await().until(() -> reading.latest().orElseThrow() == 2);
    }

    @Test
    void isNoneAfterAFailureUntilItSucceedsAgain() {
        reading = new SharedReading<>(this::failTheFirstTime, Duration.ZERO);

        assertThat(reading.latest()).isEmpty();
        assertThat(reading.latest()).contains(2);
    }

    @Test
    void isNotWaitedForAndNotAskedForTwice() {
        reading = new SharedReading<>(this::onceAnswered, Duration.ZERO);

        assertThat(reading.latest()).isEmpty();
        assertThat(reading.latest()).isEmpty();
        assertThat(times).hasValue(1);
        answer.countDown();

        await().until(() -> reading.latest().isPresent());
    }

    private int failTheFirstTime() {
        if (times.incrementAndGet() == 1) {
            throw new IllegalStateException("Gone");
        }
        return times.get();
    }

    private int onceAnswered() throws InterruptedException {
        times.incrementAndGet();
        answer.await();
        return times.get();
    }
}
