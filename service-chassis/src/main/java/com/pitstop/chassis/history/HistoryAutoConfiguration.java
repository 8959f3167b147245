package com.pitstop.chassis.history;

import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/** The upcasters, one for each step from a revision to the next. Those of one event are in the order of its revisions. */
@AutoConfiguration(before = AxonAutoConfiguration.class)
public class HistoryAutoConfiguration {

    @Bean
    @Order(1)
    EventUpcaster finishedJobsNameTheirParts() {
        return new FinishedJobsNameTheirParts();
    }

    @Bean
    @Order(1)
    EventUpcaster accountsHaveATrial() {
        return new AccountsHaveATrial();
    }
}
