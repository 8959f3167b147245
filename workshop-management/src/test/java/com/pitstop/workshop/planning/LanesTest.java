package com.pitstop.workshop.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import com.pitstop.workshop.domain.Timeslot;
import com.pitstop.workshop.planning.Lanes.Entry;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;

/** The lanes of a planning board. */
class LanesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final int MINUTES = 120;

    @Property(tries = 500)
    void neverHoldTwoJobsAtOnce(@ForAll("entries") @Size(max = 30) List<Entry> entries) {
        var lanes = Lanes.assign(entries);

        for (var one : entries) {
            assertThat(entries.stream()
                            .filter(other -> !other.equals(one))
                            .filter(other -> lanes.get(other.jobId()).equals(lanes.get(one.jobId()))))
                    .noneMatch(other -> other.time().overlaps(one.time()));
        }
    }

    @Property(tries = 500)
    void areAsFewAsTheJobsThatTakePlaceNeed(@ForAll("entries") @Size(max = 30) List<Entry> entries) {
        var lanes = Lanes.assign(entries);
        var takePlace = entries.stream().filter(entry -> !entry.cancelled()).toList();

        var used =
                takePlace.stream().mapToInt(entry -> lanes.get(entry.jobId())).max();

        assertThat(used.orElse(0)).isEqualTo(mostAtOnce(takePlace));
    }

    @Property(tries = 200)
    void areCountedFromOneWithoutGaps(@ForAll("entries") @Size(max = 30) List<Entry> entries) {
        var lanes = Lanes.assign(entries);

        assertThat(lanes).hasSameSizeAs(entries);
        assertThat(lanes.values().stream().distinct().sorted())
                .containsExactlyElementsOf(IntStream.rangeClosed(
                                1, (int) lanes.values().stream().distinct().count())
                        .boxed()
                        .toList());
    }

    private static int mostAtOnce(List<Entry> entries) {
        return IntStream.range(0, MINUTES)
                .map(minute -> (int) entries.stream()
                        .filter(entry -> entry.time().overlaps(slot(minute, minute + 1)))
                        .count())
                .max()
                .orElse(0);
    }

    @Provide
    Arbitrary<List<Entry>> entries() {
        var starts = Arbitraries.integers().between(0, MINUTES - 1);
        var lengths = Arbitraries.integers().between(1, 60);
        return Combinators.combine(starts, lengths, Arbitraries.of(true, false, false))
                .as((start, length, cancelled) ->
                        new Entry(UUID.randomUUID(), slot(start, Math.min(MINUTES, start + length)), cancelled))
                .list();
    }

    private static Timeslot slot(int start, int end) {
        return new Timeslot(
                DAY.atTime(8, 0).plusMinutes(start), DAY.atTime(8, 0).plusMinutes(end));
    }
}
