package com.pitstop.workshop;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

import com.pitstop.workshop.domain.WorkshopCapacity.Hours;

import static org.assertj.core.api.Assertions.assertThat;

/** How the workshop can be set up, and what it says when it cannot. */
class WorkshopSettingsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    @Test
    void usuallyItHasThreeWorkstationsAndIsClosedOnSundays() {
        service.run(context -> {
            var capacity = context.getBean(WorkshopSettings.class).capacity(Clock.systemUTC());
            assertThat(capacity.workstations()).isEqualTo(3);
            assertThat(capacity.hoursOn(MONDAY)).contains(open(8, 18));
            assertThat(capacity.hoursOn(MONDAY.plusDays(5))).contains(open(9, 13));
            assertThat(capacity.hoursOn(MONDAY.plusDays(6))).isEmpty();
        });
    }

    @Test
    void aWeekdayLeftOutKeepsItsHours() {
        service.withPropertyValues(
                        "pitstop.workshop.workstations=5",
                        "pitstop.workshop.opening-hours.monday=closed",
                        "pitstop.workshop.opening-hours.sunday=10:00-12:00",
                        "pitstop.workshop.closed-dates=2026-11-24,2026-12-25")
                .run(context -> {
                    var capacity = context.getBean(WorkshopSettings.class).capacity(Clock.systemUTC());
                    assertThat(capacity.workstations()).isEqualTo(5);
                    assertThat(capacity.hoursOn(MONDAY)).isEmpty();
                    assertThat(capacity.hoursOn(MONDAY.plusDays(1))).isEmpty();
                    assertThat(capacity.hoursOn(MONDAY.plusDays(2))).contains(open(8, 18));
                    assertThat(capacity.hoursOn(MONDAY.plusDays(6))).contains(open(10, 12));
                });
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        service.withPropertyValues(
                        "pitstop.workshop.workstations=0",
                        "pitstop.workshop.opening-hours.monday=18:00-08:00",
                        "pitstop.workshop.opening-hours.tuesday=all day",
                        "pitstop.workshop.opening-hours.wednesday=08:00-24:00")
                .run(context -> assertThat(context.getStartupFailure())
                        .hasStackTraceContaining("workstations")
                        .satisfies(failure -> assertThat(violations(failure)).isEqualTo(4)));
    }

    private static long violations(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(BindValidationException.class::isInstance)
                .map(BindValidationException.class::cast)
                .mapToLong(
                        invalid -> invalid.getValidationErrors().getAllErrors().size())
                .sum();
    }

    private static Hours open(int from, int to) {
        return new Hours(LocalTime.of(from, 0), LocalTime.of(to, 0));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(WorkshopSettings.class)
    static class Settings {}
}
