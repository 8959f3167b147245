package com.pitstop.chassis.processing;

import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PacedCoordinatorTest {

    private final PacedCoordinator coordinator = new PacedCoordinator("workshop-jobs", PacedCoordinator.USUAL);

    @AfterEach
    void stop() {
        coordinator.shutdownNow();
    }

    @Test
    void gathersWhatCommitsWithinTenMillisecondsBringIn() {
        assertThat(waits(0)).isLessThanOrEqualTo(10);
    }

    @Test
    void doesNotLeaveSegmentsIdleAfterTheirQueuesWereFull() {
        assertThat(waits(100)).isLessThanOrEqualTo(10);
    }

    @Test
    void waitsAsLongAsAskedAfterAnErrorUpToFiveSeconds() {
        assertThat(waits(2_000)).isBetween(1_500L, 2_000L);
        assertThat(waits(60_000)).isBetween(4_500L, 5_000L);
    }

    private long waits(long milliseconds) {
        return coordinator
                .schedule(() -> {}, milliseconds, TimeUnit.MILLISECONDS)
                .getDelay(TimeUnit.MILLISECONDS);
    }
}
