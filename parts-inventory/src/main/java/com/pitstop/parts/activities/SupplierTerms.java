package com.pitstop.parts.activities;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.stream.Stream;

/** What suppliers promise: five working days, Monday to Friday. */
final class SupplierTerms {

    private static final int WORKING_DAYS = 5;

    private SupplierTerms() {}

    static LocalDate expectedWhenOrderedOn(LocalDate day) {
        return Stream.iterate(day.plusDays(1), next -> next.plusDays(1))
                .filter(SupplierTerms::isWorkingDay)
                .skip(WORKING_DAYS - 1)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
