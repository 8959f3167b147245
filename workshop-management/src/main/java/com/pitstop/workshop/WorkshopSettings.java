package com.pitstop.workshop;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import com.pitstop.workshop.domain.WorkshopCapacity;
import com.pitstop.workshop.domain.WorkshopCapacity.Hours;

/**
 * How big the workshop is and when it is open.
 *
 * @param openingHours per weekday, such as {@code 08:00-18:00} or {@code closed}; a weekday left out keeps the usual
 *     hours: Monday to Friday 08:00-18:00, Saturday 09:00-13:00, Sunday closed
 * @param closedDates days on which the workshop stays closed
 */
@Validated
@ConfigurationProperties("pitstop.workshop")
record WorkshopSettings(
        @DefaultValue("3") @Min(1) @Max(100) int workstations,
        @DefaultValue Map<DayOfWeek, @OpeningHours String> openingHours,
        @DefaultValue List<LocalDate> closedDates) {

    private static final String WEEKDAY = "08:00-18:00";

    private static final Map<DayOfWeek, String> USUALLY = Map.of(
            DayOfWeek.MONDAY, WEEKDAY,
            DayOfWeek.TUESDAY, WEEKDAY,
            DayOfWeek.WEDNESDAY, WEEKDAY,
            DayOfWeek.THURSDAY, WEEKDAY,
            DayOfWeek.FRIDAY, WEEKDAY,
            DayOfWeek.SATURDAY, "09:00-13:00",
            DayOfWeek.SUNDAY, OpeningHours.CLOSED);

    WorkshopCapacity capacity(Clock clock) {
        return new WorkshopCapacity(workstations, hours(), Set.copyOf(closedDates), clock);
    }

    private Map<DayOfWeek, Hours> hours() {
        var texts = new EnumMap<>(USUALLY);
        texts.putAll(openingHours);
        texts.values().removeIf(OpeningHours.CLOSED::equals);
        var hours = new EnumMap<DayOfWeek, Hours>(DayOfWeek.class);
        texts.forEach((day, text) -> hours.put(day, hours(text)));
        return hours;
    }

    private static Hours hours(String text) {
        var dash = text.indexOf('-');
        return new Hours(LocalTime.parse(text.substring(0, dash)), LocalTime.parse(text.substring(dash + 1)));
    }
}
