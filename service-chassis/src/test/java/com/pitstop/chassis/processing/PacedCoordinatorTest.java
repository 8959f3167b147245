package com.pitstop.chassis.processing;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PacedCoordinatorTest {

    private final AtomicLong nanos = new AtomicLong();
    private final PacedCoordinator coordinator =
            new PacedCoordinator("workshop-jobs", PacedCoordinator.USUAL, nanos::get);
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
    void gathersForLongerUnderLoad() {
        assertThat(waitsOfLooks(PacedCoordinator.LOAD - 1)).allMatch(wait -> wait <= 10);
        assertThat(waits(0)).isBetween(20L, 40L);
        assertThat(waits(100)).isLessThanOrEqualTo(10);
    }

    @Test
    void doesNotTakeAFewEventsForLoad() {
        waitsOfLooks(PacedCoordinator.LOAD);
        passes(61);

        assertThat(waits(0)).isLessThanOrEqualTo(10);
    }

    @Test
    void doesNotTakeABacklogForLoad() throws Exception {
        waitsOfLooks(PacedCoordinator.LOAD);

        var ownLooks = coordinator.submit(() -> waitsOfLooks(11)).get();

        assertThat(ownLooks.subList(0, 9)).allMatch(wait -> wait > 10);
        assertThat(ownLooks.get(10)).isLessThanOrEqualTo(10);
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

    /** One every 50 ms. */
    private List<Long> waitsOfLooks(int times) {
        return IntStream.range(0, times)
                .mapToObj(look -> {
                    passes(50);
                    return waits(0);
                })
                .toList();
    }

    private void passes(long milliseconds) {
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(milliseconds));
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
