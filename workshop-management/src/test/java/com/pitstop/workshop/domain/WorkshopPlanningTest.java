package com.pitstop.workshop.domain;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.axonframework.serialization.SerializedObject;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import com.pitstop.chassis.axon.Serializers;
import com.pitstop.shared.NotFoundException;
import com.pitstop.shared.Refusal;
import com.pitstop.shared.RuleViolatedException;
import com.pitstop.shared.customer.CustomerId;
import com.pitstop.shared.vehicle.LicenseNumber;
import com.pitstop.shared.workshop.MaintenanceJobCancelled;
import com.pitstop.shared.workshop.MaintenanceJobFinished;
import com.pitstop.shared.workshop.MaintenanceJobPlanned;
import com.pitstop.shared.workshop.MaintenanceJobRescheduled;
import com.pitstop.shared.workshop.UsedPart;
import com.pitstop.shared.workshop.WorkshopPlanningCreated;
import com.pitstop.workshop.domain.WorkshopCapacity.Hours;

import static org.assertj.core.api.Assertions.assertThat;

/** The rules of a workshop day, told as: given what happened, when someone asks, then this happens. */
class WorkshopPlanningTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23); // a Monday
    private static final UUID JOB = UUID.randomUUID();
    private static final UUID CUSTOMER = UUID.randomUUID();
    private static final String VEHICLE = "KN-16-RS";

    private FixtureConfiguration<WorkshopPlanning> planning;

    @BeforeEach
    void aWorkshopWithTwoWorkstations() {
        planning = new AggregateTestFixture<>(WorkshopPlanning.class);
        planning.registerInjectableResource(new WorkshopCapacity(
                2,
                Map.of(DayOfWeek.MONDAY, open(8, 18), DayOfWeek.FRIDAY, open(8, 18), DayOfWeek.THURSDAY, open(8, 18)),
                Set.of(DAY.plusWeeks(1)),
                Clock.fixed(TODAY.atTime(23, 59).toInstant(ZoneOffset.UTC), ZoneId.of("UTC"))));
    }

    @Nested
    class PlanningAJob {

        @Test
        void opensTheDayWhenItIsTheFirst() {
            planning.givenNoPriorActivity()
                    .when(plan(JOB, VEHICLE, hours(9, 11)))
                    .expectEvents(dayOpened(), planned(JOB, VEHICLE, hours(9, 11)));
        }

        @Test
        void acceptsAJobThatStartsWhenAnotherEnds() {
            planning.given(dayOpened(), planned(VEHICLE, hours(9, 11)))
                    .when(plan(JOB, VEHICLE, hours(11, 12)))
                    .expectEvents(planned(JOB, VEHICLE, hours(11, 12)));
        }

        @Test
        void acceptsALongJobBesideShortOnesThatFollowEachOther() {
            planning.given(
                            dayOpened(),
                            planned("A-1-A", hours(9, 10)),
                            planned("B-2-B", hours(10, 11)),
                            planned("C-3-C", hours(11, 12)))
                    .when(plan(JOB, VEHICLE, hours(8, 18)))
                    .expectEvents(planned(JOB, VEHICLE, hours(8, 18)));
        }

        @Test
        void acceptsAJobForTheWholeDay() {
            planning.givenNoPriorActivity()
                    .when(plan(JOB, VEHICLE, hours(8, 18)))
                    .expectEvents(dayOpened(), planned(JOB, VEHICLE, hours(8, 18)));
        }

        @Test
        void acceptsAJobForToday() {
            planning.givenNoPriorActivity()
                    .when(plan(TODAY, hours(TODAY, 9, 10)))
                    .expectSuccessfulHandlerExecution();
        }

        @Test
        void acceptsAJobInThePlaceOfACancelledOne() {
            planning.given(
                            dayOpened(),
                            planned(OTHER, VEHICLE, hours(9, 11)),
                            planned("A-1-A", hours(9, 11)),
                            cancelled(OTHER, "ill"))
                    .when(plan(JOB, VEHICLE, hours(9, 11)))
                    .expectEvents(planned(JOB, VEHICLE, hours(9, 11)));
        }

        @Test
        void acceptsAJobFromTheActualEndOfAFinishedOneOn() {
            planning.given(
                            dayOpened(),
                            planned(OTHER, VEHICLE, hours(9, 12)),
                            planned("A-1-A", hours(9, 12)),
                            finished(OTHER, hours(9, 10), ""))
                    .when(plan(JOB, VEHICLE, hours(10, 12)))
                    .expectEvents(planned(JOB, VEHICLE, hours(10, 12)));
        }

        @Test
        void isRefusedWhileAFinishedJobWasReallyWorkedOn() {
            refused(
                    planning.given(
                                    dayOpened(),
                                    planned(OTHER, VEHICLE, hours(9, 10)),
                                    finished(OTHER, hours(9, 12), ""))
                            .when(plan(JOB, VEHICLE, hours(11, 12))),
                    "one-job-per-vehicle");
        }

        @Test
        void isRefusedWhileTheVehicleIsBeingWorkedOn() {
            refused(
                            planning.given(dayOpened(), planned(VEHICLE, hours(9, 11)))
                                    .when(plan(JOB, VEHICLE, hours(10, 12))),
                            "one-job-per-vehicle")
                    .expectExceptionMessage("Vehicle KN-16-RS is already being worked on");
        }

        @Test
        void isRefusedWhenAllWorkstationsAreTakenAtSomeMoment() {
            refused(
                    planning.given(dayOpened(), planned("A-1-A", hours(9, 11)), planned("B-2-B", hours(10, 12)))
                            .when(plan(JOB, VEHICLE, hours(8, 18))),
                    "workstation-available");
        }

        @Test
        void isRefusedInThePast() {
            var yesterday = TODAY.minusDays(1);
            refused(planning.givenNoPriorActivity().when(plan(yesterday, hours(yesterday, 9, 10))), "not-in-the-past");
        }

        @Test
        void isRefusedOutsideOpeningHours() {
            refused(planning.givenNoPriorActivity().when(plan(JOB, VEHICLE, hours(7, 9))), "within-opening-hours");
            refused(planning.givenNoPriorActivity().when(plan(JOB, VEHICLE, hours(17, 19))), "within-opening-hours");
        }

        @Test
        void isRefusedOnAClosedWeekday() {
            var sunday = DAY.minusDays(1);
            refused(planning.givenNoPriorActivity().when(plan(sunday, hours(sunday, 9, 10))), "within-opening-hours");
        }

        @Test
        void isRefusedOnAClosedDate() {
            var closed = DAY.plusWeeks(1);
            refused(planning.givenNoPriorActivity().when(plan(closed, hours(closed, 9, 10))), "within-opening-hours");
        }

        @Test
        void changesNothingWhenRepeated() {
            planning.given(dayOpened(), planned(JOB, VEHICLE, hours(9, 11)))
                    .when(plan(JOB, VEHICLE, hours(9, 11)))
                    .expectNoEvents()
                    .expectSuccessfulHandlerExecution();
        }

        @Test
        void isRefusedUnderTheIdOfAJobForAnotherVehicle() {
            refused(
                    planning.given(dayOpened(), planned(JOB, VEHICLE, hours(9, 11)))
                            .when(plan(JOB, "A-1-A", hours(9, 11))),
                    "job-planned");
        }
    }

    @Nested
    class ReschedulingAJob {

        @Test
        void movesIt() {
            planning.given(dayOpened(), planned(JOB, VEHICLE, hours(9, 11)))
                    .when(reschedule(JOB, hours(14, 15)))
                    .expectEvents(rescheduled(JOB, hours(14, 15)));
        }

        @Test
        void ignoresThePlaceItHas() {
            planning.given(dayOpened(), planned(JOB, VEHICLE, hours(9, 11)), planned("A-1-A", hours(9, 12)))
                    .when(reschedule(JOB, hours(10, 12)))
                    .expectEvents(rescheduled(JOB, hours(10, 12)));
        }

        @Test
        void freesThePlaceItHad() {
            planning.given(
                            dayOpened(),
                            planned(OTHER, VEHICLE, hours(9, 11)),
                            planned("A-1-A", hours(9, 11)),
                            rescheduled(OTHER, hours(14, 15)))
                    .when(plan(JOB, VEHICLE, hours(9, 11)))
                    .expectEvents(planned(JOB, VEHICLE, hours(9, 11)));
        }

        @Test
        void changesNothingWhenRepeated() {
            planning.given(dayOpened(), planned(JOB, VEHICLE, hours(9, 11)))
                    .when(reschedule(JOB, hours(9, 11)))
                    .expectNoEvents()
                    .expectSuccessfulHandlerExecution();
        }

        @Test
        void isRefusedWhileTheVehicleIsBeingWorkedOn() {
            refused(
                    planning.given(dayOpened(), planned(JOB, VEHICLE, hours(9, 10)), planned(VEHICLE, hours(11, 13)))
                            .when(reschedule(JOB, hours(10, 12))),
                    "one-job-per-vehicle");
        }

        @Test
        void isRefusedWhenAllWorkstationsAreTakenAtSomeMoment() {
            refused(
                    planning.given(
                                    dayOpened(),
                                    planned(JOB, VEHICLE, hours(9, 10)),
                                    planned("A-1-A", hours(11, 12)),
                                    planned("B-2-B", hours(11, 12)))
                            .when(reschedule(JOB, hours(10, 13))),
                    "workstation-available");
        }

        @Test
        void isRefusedOutsideOpeningHours() {
            refused(
                    planning.given(dayOpened(), planned(JOB, VEHICLE, hours(9, 10)))
                            .when(reschedule(JOB, hours(7, 9))),
                    "within-opening-hours");
        }

        @Test
        void isRefusedInThePast() {
            var yesterday = TODAY.minusDays(1);
            refused(
                    planning.given(
                                    new WorkshopPlanningCreated(yesterday),
                                    planned(JOB, VEHICLE, hours(yesterday, 9, 10)))
                            .when(new RescheduleMaintenanceJob(
                                    new WorkshopPlanningId(yesterday), JOB, hours(yesterday, 10, 11))),
                    "not-in-the-past");
        }

        @Test
        void isRefusedWhenItIsFinishedOrCancelled() {
            refused(
                    planning.given(dayOpened(), planned(JOB, VEHICLE, hours(9, 10)), finished(JOB, hours(9, 10), ""))
                            .when(reschedule(JOB, hours(10, 11))),
                    "job-open");
            refused(
                    planning.given(dayOpened(), planned(JOB, VEHICLE, hours(9, 10)), cancelled(JOB, "ill"))
                            .when(reschedule(JOB, hours(10, 11))),
                    "job-open");
        }

        @Test
        void isRefusedWhenItIsNotOnThisDay() {
            unknown(planning.given(dayOpened()).when(reschedule(JOB, hours(10, 11))));
        }

        @Test
        void isRefusedOnADayNobodyPlanned() {
            unknown(planning.givenNoPriorActivity().when(reschedule(JOB, hours(10, 11))));
        }
    }

    @Nested
    class FinishingAJob {

        @Test
        void keepsTheTimesItReallyTook() {
            planning.given(dayOpened(), planned(JOB, VEHICLE, hours(9, 11)))
                    .when(finish(JOB, hours(10, 13), "New brakes"))
                    .expectEvents(finished(JOB, hours(10, 13), "New brakes"));
        }

        @Test
        void namesThePartsThatItTook() {
            var parts = List.of(new UsedPart("FILTER-OX-188D", 1), new UsedPart("OIL-5W30-1L", 4));
            planning.given(dayOpened(), planned(JOB, VEHICLE, hours(9, 11)))
                    .when(finish(JOB, hours(9, 10), "", new UsedParts(parts)))
                    .expectEvents(finished(JOB, hours(9, 10), "", parts));
        }

        @Test
        void isRefusedWhenItIsFinishedWithOtherParts() {
            var oil = List.of(new UsedPart("OIL-5W30-1L", 4));
            var finished = planning.given(
                    dayOpened(), planned(JOB, VEHICLE, hours(9, 11)), finished(JOB, hours(9, 10), "", oil));
            refused(finished.when(finish(JOB, hours(9, 10), "")), "job-open");
        }

        @Test
        void isPossibleOutsideOpeningHoursAndInThePast() {
            var sunday = TODAY.minusDays(5);
            planning.given(new WorkshopPlanningCreated(sunday), planned(JOB, VEHICLE, hours(sunday, 9, 11)))
                    .when(new FinishMaintenanceJob(
                            new WorkshopPlanningId(sunday), JOB, hours(sunday, 1, 23), "", UsedParts.NONE))
                    .expectEvents(finished(JOB, hours(sunday, 1, 23), ""));
        }

        @Test
        void changesNothingWhenRepeated() {
            planning.given(dayOpened(), planned(JOB, VEHICLE, hours(9, 11)), finished(JOB, hours(9, 10), "Done"))
                    .when(finish(JOB, hours(9, 10), "Done"))
                    .expectNoEvents()
                    .expectSuccessfulHandlerExecution();
        }

        @Test
        void isRefusedWhenItIsFinishedOtherwise() {
            refused(
                    planning.given(
                                    dayOpened(),
                                    planned(JOB, VEHICLE, hours(9, 11)),
                                    finished(JOB, hours(9, 10), "Done"))
                            .when(finish(JOB, hours(9, 10), "Almost done")),
                    "job-open");
            refused(
                    planning.given(
                                    dayOpened(),
                                    planned(JOB, VEHICLE, hours(9, 11)),
                                    finished(JOB, hours(9, 10), "Done"))
                            .when(finish(JOB, hours(9, 11), "Done")),
                    "job-open");
        }

        @Test
        void isRefusedWhenItIsCancelled() {
            refused(
                    planning.given(dayOpened(), planned(JOB, VEHICLE, hours(9, 11)), cancelled(JOB, "ill"))
                            .when(finish(JOB, hours(9, 11), "")),
                    "job-open");
        }

        @Test
        void isRefusedWhenItIsNotOnThisDay() {
            unknown(planning.given(dayOpened()).when(finish(JOB, hours(10, 11), "")));
            unknown(planning.givenNoPriorActivity().when(finish(JOB, hours(10, 11), "")));
        }
    }

    @Nested
    class CancellingAJob {

        @Test
        void keepsTheReason() {
            planning.given(dayOpened(), planned(JOB, VEHICLE, hours(9, 11)))
                    .when(cancel(JOB, "ill"))
                    .expectEvents(cancelled(JOB, "ill"));
        }

        @Test
        void changesNothingWhenRepeated() {
            planning.given(dayOpened(), planned(JOB, VEHICLE, hours(9, 11)), cancelled(JOB, "ill"))
                    .when(cancel(JOB, "ill"))
                    .expectNoEvents()
                    .expectSuccessfulHandlerExecution();
        }

        @Test
        void isRefusedForAnotherReason() {
            refused(
                    planning.given(dayOpened(), planned(JOB, VEHICLE, hours(9, 11)), cancelled(JOB, "ill"))
                            .when(cancel(JOB, "sold")),
                    "job-open");
        }

        @Test
        void isRefusedWhenItIsFinished() {
            refused(
                    planning.given(dayOpened(), planned(JOB, VEHICLE, hours(9, 11)), finished(JOB, hours(9, 11), ""))
                            .when(cancel(JOB, "ill")),
                    "job-open");
        }

        @Test
        void isRefusedWhenItIsNotOnThisDay() {
            unknown(planning.given(dayOpened()).when(cancel(JOB, "ill")));
            unknown(planning.givenNoPriorActivity().when(cancel(JOB, "ill")));
        }
    }

    @Test
    void aSnapshotKeepsTheDay() {
        var day = new WorkshopPlanning();
        day.on(dayOpened());
        day.on(planned(JOB, VEHICLE, hours(9, 11)));
        day.on(planned(OTHER, "A-1-A", hours(9, 11)));
        day.on(finished(JOB, hours(9, 10), "Done"));
        day.on(cancelled(OTHER, "ill"));

        SerializedObject<byte[]> snapshot = Serializers.snapshots().serialize(day, byte[].class);
        WorkshopPlanning restored = Serializers.snapshots().deserialize(snapshot);

        assertThat(restored).usingRecursiveComparison().isEqualTo(day);
    }

    private static final UUID OTHER = UUID.randomUUID();

    private static ResultValidator<WorkshopPlanning> refused(ResultValidator<WorkshopPlanning> result, String rule) {
        return result.expectNoEvents()
                .expectException(RuleViolatedException.class)
                .expectException(new RuleIs(rule));
    }

    private static void unknown(ResultValidator<WorkshopPlanning> result) {
        result.expectNoEvents().expectException(NotFoundException.class).expectException(new RuleIs("job-planned"));
    }

    private static PlanMaintenanceJob plan(UUID job, String vehicle, Timeslot timeslot) {
        return new PlanMaintenanceJob(
                new WorkshopPlanningId(DAY),
                job,
                timeslot,
                new CustomerId(CUSTOMER),
                new LicenseNumber(vehicle),
                "Brakes");
    }

    private static PlanMaintenanceJob plan(LocalDate day, Timeslot timeslot) {
        return new PlanMaintenanceJob(
                new WorkshopPlanningId(day),
                JOB,
                timeslot,
                new CustomerId(CUSTOMER),
                new LicenseNumber(VEHICLE),
                "Brakes");
    }

    private static RescheduleMaintenanceJob reschedule(UUID job, Timeslot timeslot) {
        return new RescheduleMaintenanceJob(new WorkshopPlanningId(DAY), job, timeslot);
    }

    private static FinishMaintenanceJob finish(UUID job, Timeslot timeslot, String notes) {
        return finish(job, timeslot, notes, UsedParts.NONE);
    }

    private static FinishMaintenanceJob finish(UUID job, Timeslot timeslot, String notes, UsedParts parts) {
        return new FinishMaintenanceJob(new WorkshopPlanningId(DAY), job, timeslot, notes, parts);
    }

    private static CancelMaintenanceJob cancel(UUID job, String reason) {
        return new CancelMaintenanceJob(new WorkshopPlanningId(DAY), job, reason);
    }

    private static WorkshopPlanningCreated dayOpened() {
        return new WorkshopPlanningCreated(DAY);
    }

    private static MaintenanceJobPlanned planned(String vehicle, Timeslot timeslot) {
        return planned(UUID.randomUUID(), vehicle, timeslot);
    }

    private static MaintenanceJobPlanned planned(UUID job, String vehicle, Timeslot timeslot) {
        return new MaintenanceJobPlanned(
                timeslot.start().toLocalDate(), job, timeslot.start(), timeslot.end(), CUSTOMER, vehicle, "Brakes");
    }

    private static MaintenanceJobRescheduled rescheduled(UUID job, Timeslot timeslot) {
        return new MaintenanceJobRescheduled(DAY, job, timeslot.start(), timeslot.end());
    }

    private static MaintenanceJobFinished finished(UUID job, Timeslot timeslot, String notes) {
        return finished(job, timeslot, notes, List.of());
    }

    private static MaintenanceJobFinished finished(UUID job, Timeslot timeslot, String notes, List<UsedPart> parts) {
        return new MaintenanceJobFinished(
                timeslot.start().toLocalDate(), job, timeslot.start(), timeslot.end(), notes, parts);
    }

    private static MaintenanceJobCancelled cancelled(UUID job, String reason) {
        return new MaintenanceJobCancelled(DAY, job, reason);
    }

    private static Timeslot hours(int from, int to) {
        return hours(DAY, from, to);
    }

    private static Timeslot hours(LocalDate day, int from, int to) {
        return new Timeslot(day.atTime(from, 0), day.atTime(to, 0));
    }

    private static Hours open(int from, int to) {
        return new Hours(LocalTime.of(from, 0), LocalTime.of(to, 0));
    }

    /** Holds for a refusal by one particular rule. */
    private static final class RuleIs extends org.hamcrest.TypeSafeMatcher<Refusal> {

        private final String rule;

        RuleIs(String rule) {
            this.rule = rule;
        }

        @Override
        protected boolean matchesSafely(Refusal refusal) {
            return refusal.rule().equals(rule);
        }

        @Override
        public void describeTo(org.hamcrest.Description description) {
            description.appendText("a refusal by the rule ").appendValue(rule);
        }
    }
}
