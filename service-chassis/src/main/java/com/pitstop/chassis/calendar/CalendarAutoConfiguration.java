package com.pitstop.chassis.calendar;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The garage's days, for every service that counts them. */
@AutoConfiguration
@EnableConfigurationProperties(OpeningSettings.class)
public class CalendarAutoConfiguration {

    @Bean
    WorkingDays workingDays(OpeningSettings settings) {
        return settings.workingDays();
    }
}
