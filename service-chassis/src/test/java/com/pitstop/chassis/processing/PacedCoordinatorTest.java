package com.pitstop.chassis.processing;

import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PacedCoordinatorTest {

    private final PacedCoordinator coordinator = new PacedCoordinator("workshop-jobs", PacedCoordinator.USUAL);
    private final PacedCoordinator leisurely = new PacedCoordinator("audit-trail", PacedCoordinator.LEISURELY);

    @AfterEach
    void stop() {
        coordinator.shutdownNow();
        leisurely.shutdownNow();
    }

    @Test
    void gathersWhatCommitsWithinTenMillisecondsBringIn() {
        assertThat(waits(0)).isLessThanOrEqualTo(10);
    }

    @Test
    void gathersForLongerWhereItIsAskedTo() {
        assertThat(waits(leisurely, 0)).isBetween(100L, 200L);
        assertThat(waits(leisurely, 100)).isBetween(100L, 200L);
        assertThat(waits(leisurely, 2_000)).isBetween(1_500L, 2_000L);
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
        return waits(coordinator, milliseconds);
    }

    private static long waits(PacedCoordinator coordinator, long milliseconds) {
        return coordinator
                .schedule(() -> {}, milliseconds, TimeUnit.MILLISECONDS)
                .getDelay(TimeUnit.MILLISECONDS);
    }
}
