package com.pitstop.chassis.calendar;

import java.time.LocalDate;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

class WorkingDaysTest {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(ValidationAutoConfiguration.class, CalendarAutoConfiguration.class));

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);

    @Test
    void areThoseOfTheWorkshop() {
        days(days -> {
            assertThat(days.include(FRIDAY)).isTrue();
            assertThat(days.include(FRIDAY.plusDays(1))).isTrue();
            assertThat(days.include(FRIDAY.plusDays(2))).isFalse();
            assertThat(days.after(FRIDAY.plusDays(1))).isEqualTo(FRIDAY.plusDays(3));
        });
    }

    @Test
    void changeWithTheWorkshopsSettings() {
        days(
                days -> {
                    assertThat(days.include(FRIDAY)).isFalse();
                    assertThat(days.include(FRIDAY.plusDays(1))).isFalse();
                    assertThat(days.include(FRIDAY.plusDays(2))).isTrue();
                    assertThat(days.after(FRIDAY.plusDays(2))).isEqualTo(FRIDAY.plusDays(4));
                },
                "pitstop.workshop.opening-hours.saturday=closed",
                "pitstop.workshop.opening-hours.sunday=09:00-12:00",
                "pitstop.workshop.closed-dates=2026-11-27,2026-11-30");
    }

    @Test
    void areSomeAtLeast() {
        service.withPropertyValues(
                        "pitstop.workshop.opening-hours.monday=closed",
                        "pitstop.workshop.opening-hours.tuesday=closed",
                        "pitstop.workshop.opening-hours.wednesday=closed",
                        "pitstop.workshop.opening-hours.thursday=closed",
                        "pitstop.workshop.opening-hours.friday=closed",
                        "pitstop.workshop.opening-hours.saturday=closed")
                .run(context ->
                        assertThat(context).getFailure().rootCause().isInstanceOf(BindValidationException.class));
    }

    private void days(Consumer<WorkingDays> check, String... settings) {
        service.withPropertyValues(settings).run(context -> check.accept(context.getBean(WorkingDays.class)));
    }
}
