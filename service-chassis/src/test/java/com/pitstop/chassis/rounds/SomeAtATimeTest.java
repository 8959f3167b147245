package com.pitstop.chassis.rounds;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(OutputCaptureExtension.class)
class SomeAtATimeTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(10);

    private final SomeAtATime work = new SomeAtATime("water plants", "Gardener", 2);
    private final CountDownLatch rain = new CountDownLatch(1);

    @AfterEach
    void close() {
        rain.countDown();
        work.close();
    }

    @Test
    void hasRoomForSoMuch() {
        work.begin(this::awaitRain);
        work.begin(this::awaitRain);
        assertThat(work.room()).isZero();

        rain.countDown();

        await().until(() -> work.room() == 2);
    }

    @Test
    void waitsForWhatWasBegun() {
        var done = new AtomicBoolean();
        work.begin(() -> {
            awaitRain();
            done.set(true);
        });
        work.begin(rain::countDown);

        work.finish(LONG_ENOUGH);

        assertThat(done).isTrue();
        assertThat(work.room()).isEqualTo(2);
    }

    @Test
    void waitsNoLongerThanItMay() {
        work.begin(this::awaitRain);

        work.finish(Duration.ofMillis(1));

        assertThat(work.room()).isEqualTo(1);
    }

    @Test
    void goesOnAfterAFailureAndSaysSo(CapturedOutput log) {
        work.begin(() -> {
            throw new IllegalStateException("The can is empty");
        });

        work.finish(LONG_ENOUGH);

        assertThat(work.room()).isEqualTo(2);
        assertThat(log).contains("To water plants failed, and is tried again", "The can is empty");
    }

    private void awaitRain() {
        try {
            rain.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
