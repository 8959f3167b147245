package com.pitstop.workshop.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

import com.pitstop.shared.RuleViolatedException;
import com.pitstop.workshop.domain.NaiveDay.Entry;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is asked in whatever order, a day decides as one that looks at every minute would. */
class DayScheduleTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final int MINUTES = 120;

    enum Kind {
        PLAN,
        RESCHEDULE,
        FINISH,
        CANCEL
    }

    /** Something somebody asks for. All but planning is about one of the jobs planned before. */
    record Request(Kind kind, int job, String vehicle, int start, int end) {

        Timeslot timeslot() {
            return new Timeslot(
                    DAY.atTime(8, 0).plusMinutes(start), DAY.atTime(8, 0).plusMinutes(end));
        }
    }

    /** The day and its naive double, asked the same. */
    private static final class BothDays {

        private final int workstations;
        private final NaiveDay naive;
        private final List<UUID> planned = new ArrayList<>();
        private DaySchedule schedule = DaySchedule.EMPTY;

        BothDays(int workstations) {
            this.workstations = workstations;
            this.naive = new NaiveDay(workstations);
        }

        void ask(Request request) {
            if (request.kind() == Kind.PLAN) {
                place(UUID.randomUUID(), request.vehicle(), request);
            } else if (!planned.isEmpty()) {
                change(planned.get(request.job() % planned.size()), request);
            }
        }

        private void change(UUID id, Request request) {
            var job = naive.get(id);
            if (!job.open()) {
                return;
            }
            switch (request.kind()) {
                case PLAN, RESCHEDULE -> place(id, job.vehicle(), request);
                case FINISH -> {
                    schedule = schedule.change(id, known -> known.finished(request.timeslot(), "", List.of()));
                    naive.put(id, new Entry(job.vehicle(), request.start(), request.end(), false, false));
                }
                case CANCEL -> {
                    schedule = schedule.change(id, known -> known.cancelled("ill"));
                    naive.put(id, new Entry(job.vehicle(), job.start(), job.end(), false, true));
                }
            }
        }

        private void place(UUID id, String vehicle, Request request) {
            var refusal = refusal(id, vehicle, request.timeslot());
            assertThat(refusal).isEqualTo(naive.refusal(id, vehicle, request.start(), request.end()));
            if (refusal.isEmpty()) {
                schedule = schedule.knows(id)
                        ? schedule.change(id, job -> job.rescheduled(request.timeslot()))
                        : schedule.plan(id, Job.planned(vehicle, request.timeslot()));
                naive.put(id, new Entry(vehicle, request.start(), request.end(), true, false));
                planned.add(id);
            }
        }

        private Optional<String> refusal(UUID id, String vehicle, Timeslot timeslot) {
            var others = schedule.without(id);
            try {
                others.requireFreeVehicle(vehicle, timeslot);
                others.requireFreeWorkstation(timeslot, workstations);
                return Optional.empty();
            } catch (RuleViolatedException refusal) {
                return Optional.of(refusal.rule());
            }
        }

        void assertInvariants() {
            assertThat(naive.neverTooManyAtOnce(MINUTES)).isTrue();
            assertThat(naive.neverTwiceOnAVehicle(MINUTES)).isTrue();
        }
    }

    @Property(tries = 500)
    void decidesLikeADayThatLooksAtEveryMinute(
            @ForAll("requests") @Size(max = 40) List<Request> requests,
            @ForAll @IntRange(min = 1, max = 4) int stations) {
        var days = new BothDays(stations);
        for (var request : requests) {
            days.ask(request);
            days.assertInvariants();
        }
    }

    @Property(tries = 300)
    void keepsItsPromisesInWhateverOrderItIsAsked(
            @ForAll("requests") @Size(max = 40) List<Request> requests,
            @ForAll @IntRange(min = 1, max = 4) int stations,
            @ForAll Random random) {
        var shuffled = new ArrayList<>(requests);
        Collections.shuffle(shuffled, random);
        var days = new BothDays(stations);
        shuffled.forEach(days::ask);
        days.assertInvariants();
    }

    @Provide
    Arbitrary<List<Request>> requests() {
        var kinds = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, Arbitraries.just(Kind.PLAN)),
                net.jqwik.api.Tuple.of(2, Arbitraries.just(Kind.RESCHEDULE)),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(Kind.FINISH)),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(Kind.CANCEL)));
        var vehicles = Arbitraries.of("A-1-A", "B-2-B", "C-3-C", "D-4-D", "E-5-E", "F-6-F");
        var starts = Arbitraries.integers().between(0, MINUTES - 1);
        var lengths = Arbitraries.integers().between(1, 60);
        return Combinators.combine(kinds, Arbitraries.integers().between(0, 50), vehicles, starts, lengths)
                .as((kind, job, vehicle, start, length) ->
                        new Request(kind, job, vehicle, start, Math.min(MINUTES, start + length)))
                .list();
    }
}
