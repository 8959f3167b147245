package com.pitstop.workshop.domain;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import com.pitstop.shared.InvalidValueException;
import com.pitstop.shared.customer.CustomerId;
import com.pitstop.shared.vehicle.LicenseNumber;
import com.pitstop.shared.workshop.UsedPart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What could never be right is refused before anybody asks an aggregate. */
class WorkshopValuesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final WorkshopPlanningId PLANNING = new WorkshopPlanningId(DAY);
    private static final UUID JOB = UUID.randomUUID();

    @Test
    void aPlanningIsNamedAfterItsDay() {
        assertThat(PLANNING).hasToString("workshop-planning:2026-11-23");
    }

    @Test
    void aPlanningIsOfAYearWithFourDigitsFrom2000On() {
        assertThat(new WorkshopPlanningId(LocalDate.of(2000, 1, 1))).isNotNull();
        assertThat(new WorkshopPlanningId(LocalDate.of(9999, 12, 31))).isNotNull();
        refused("workshop-day", () -> new WorkshopPlanningId(LocalDate.of(1999, 12, 31)));
        refused("workshop-day", () -> new WorkshopPlanningId(LocalDate.of(10000, 1, 1)));
    }

    @Test
    void aTimeslotStartsBeforeItEnds() {
        var nine = DAY.atTime(9, 0);
        refused("within-one-day", () -> new Timeslot(nine, nine));
        refused("within-one-day", () -> new Timeslot(nine, nine.minusMinutes(1)));
        refused("within-one-day", () -> new Timeslot(nine, nine.plusNanos(999)));
    }

    @Test
    void aTimeslotLeavesItsEndFree() {
        assertThat(slot(9, 11).overlaps(slot(11, 12))).isFalse();
        assertThat(slot(11, 12).overlaps(slot(9, 11))).isFalse();
        assertThat(slot(9, 11).overlaps(slot(10, 12))).isTrue();
        assertThat(slot(9, 12).overlaps(slot(10, 11))).isTrue();
    }

    @Test
    void aJobStaysWithinItsDay() {
        var tomorrow =
                new Timeslot(DAY.plusDays(1).atTime(9, 0), DAY.plusDays(1).atTime(10, 0));
        var overnight = new Timeslot(DAY.atTime(22, 0), DAY.plusDays(1).atStartOfDay());
        for (var timeslot : new Timeslot[] {tomorrow, overnight}) {
            refused(
                    "within-one-day",
                    () -> new PlanMaintenanceJob(
                            PLANNING,
                            JOB,
                            timeslot,
                            new CustomerId(UUID.randomUUID()),
                            new LicenseNumber("KN-16-RS"),
                            "Brakes"));
            refused("within-one-day", () -> new RescheduleMaintenanceJob(PLANNING, JOB, timeslot));
            refused("within-one-day", () -> new FinishMaintenanceJob(PLANNING, JOB, timeslot, "", UsedParts.NONE));
        }
    }

    @Test
    void partsAreListedInOneOrderAndInUpperCase() {
        var parts = List.of(new UsedPart("oil-5w30-1l", 4), new UsedPart("FILTER-OX-188D", 1));

        assertThat(new UsedParts(parts).parts())
                .containsExactly(new UsedPart("FILTER-OX-188D", 1), new UsedPart("OIL-5W30-1L", 4));
    }

    @Test
    void partsAreNamedOnceAndInSensibleQuantities() {
        refused("part-once", () -> new UsedParts(List.of(new UsedPart("OIL", 1), new UsedPart("oil", 2))));
        refused("part-quantity", () -> new UsedParts(List.of(new UsedPart("OIL", 0))));
        refused("part-quantity", () -> new UsedParts(List.of(new UsedPart("OIL", 10_000))));
        refused("sku", () -> new UsedParts(List.of(new UsedPart("-", 1))));
    }

    private static Timeslot slot(int from, int to) {
        LocalDateTime start = DAY.atTime(from, 0);
        return new Timeslot(start, DAY.atTime(to, 0));
    }

    private static void refused(String rule, ThrowingCallable creation) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(creation)
                .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }
}
