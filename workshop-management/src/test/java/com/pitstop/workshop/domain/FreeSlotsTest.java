package com.pitstop.workshop.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import com.pitstop.chassis.test.GarageClock;
import com.pitstop.workshop.domain.FreeSlots.Taken;
import com.pitstop.workshop.domain.WorkshopCapacity.Hours;

import static org.assertj.core.api.Assertions.assertThat;

/** What is offered to somebody whose slot is not to be had, in a workshop with one workstation. */
class FreeSlotsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate FRIDAY = MONDAY.plusDays(4);
    private static final LocalDate CLOSED = MONDAY.plusDays(1);
    private static final String CAR = "KN-16-RS";

    private final GarageClock clock = new GarageClock("2026-11-20T12:00");
    private final List<Taken> taken = new ArrayList<>();

    @Test
    void anEmptyDayIsOfferedFromItsMorningOn() {
        assertThat(offers(slot(MONDAY, 9, 11)))
                .containsExactly(slot(MONDAY, 8, 10), slot(MONDAY, 10, 12), slot(MONDAY, 12, 14));
    }

    @Test
    void whatIsTakenIsNotOffered() {
        taken("12-ABC-3", slot(MONDAY, 9, 10));

        assertThat(offers(slot(MONDAY, 9, 11)))
                .containsExactly(slot(MONDAY, 10, 12), slot(MONDAY, 12, 14), slot(MONDAY, 14, 16));
    }

    @Test
    void aSlotBeginsAtAQuarterOfAnHour() {
        taken("12-ABC-3", new Timeslot(MONDAY.atTime(8, 0), MONDAY.atTime(8, 20)));

        assertThat(offers(slot(MONDAY, 9, 11)).get(0))
                .isEqualTo(new Timeslot(MONDAY.atTime(8, 30), MONDAY.atTime(10, 30)));
    }

    @Test
    void whenADayIsFullTheNextOneThatIsOpenIsOffered() {
        taken("12-ABC-3", slot(MONDAY, 8, 18));

        assertThat(offers(slot(MONDAY, 9, 14)))
                .containsExactly(
                        slot(MONDAY.plusDays(2), 8, 13),
                        slot(MONDAY.plusDays(2), 13, 18),
                        slot(MONDAY.plusDays(3), 8, 13));
    }

    @Test
    void aWeekendIsPassedOver() {
        assertThat(offers(slot(FRIDAY, 8, 18)))
                .containsExactly(slot(FRIDAY, 8, 18), slot(MONDAY.plusDays(7), 8, 18), slot(MONDAY.plusDays(8), 8, 18));
    }

    @Test
    void aVehicleIsNotInTwoPlacesAtOnce() {
        taken(CAR, slot(MONDAY, 8, 17));

        assertThat(offers(2, slot(MONDAY, 9, 10)).get(0)).isEqualTo(slot(MONDAY, 17, 18));
    }

    @Test
    void anotherWorkstationIsRoomForAnotherVehicle() {
        taken("12-ABC-3", slot(MONDAY, 8, 18));

        assertThat(offers(2, slot(MONDAY, 9, 11)).get(0)).isEqualTo(slot(MONDAY, 8, 10));
    }

    @Test
    void whatIsOverIsNotOffered() {
        clock.set("2026-11-23T13:10");

        assertThat(offers(slot(MONDAY.minusDays(3), 9, 11)))
                .startsWith(new Timeslot(MONDAY.atTime(13, 15), MONDAY.atTime(15, 15)));
    }

    @Test
    void nothingIsOfferedInsteadOfWhatIsLongerThanADay() {
        assertThat(offers(slot(MONDAY, 7, 20))).isEmpty();
    }

    private List<Timeslot> offers(Timeslot wanted) {
        return offers(1, wanted);
    }

    private List<Timeslot> offers(int workstations, Timeslot wanted) {
        var weekdays = new EnumMap<DayOfWeek, Hours>(DayOfWeek.class);
        Arrays.stream(DayOfWeek.values())
                .limit(5)
                .forEach(day -> weekdays.put(day, new Hours(LocalTime.of(8, 0), LocalTime.of(18, 0))));
        var capacity = new WorkshopCapacity(workstations, Map.copyOf(weekdays), Set.of(CLOSED), clock);
        return new FreeSlots(capacity, this::takenOn).next(3, wanted, CAR);
    }

    private List<Taken> takenOn(LocalDate day) {
        return taken.stream()
                .filter(job -> job.timeslot().start().toLocalDate().equals(day))
                .toList();
    }

    private void taken(String vehicle, Timeslot timeslot) {
        taken.add(new Taken(vehicle, timeslot));
    }

    private static Timeslot slot(LocalDate day, int from, int to) {
        return new Timeslot(day.atTime(from, 0), day.atTime(to, 0));
    }
}
