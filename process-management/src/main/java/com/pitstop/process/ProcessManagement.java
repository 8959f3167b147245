package com.pitstop.process;

import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

import com.pitstop.chassis.bootstrap.Service;
import com.pitstop.chassis.persistence.ModuleSchema;
import com.pitstop.process.domain.Conditions;
import com.pitstop.process.domain.Deadlines;
import com.pitstop.process.domain.Participants;
import com.pitstop.process.domain.SlipTerms;

/** Keeps the routing slips of work that takes several contexts: a service of its own, or a part of all-in-one. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan
@EntityScan
@EnableJpaRepositories
public class ProcessManagement {

    @Bean
    ModuleSchema processSchema() {
        return new ModuleSchema("process");
    }

    /** What fails together would otherwise be tried again together. */
    @Bean
    SlipTerms slipTerms(Clock garageClock, Conditions conditions, Deadlines deadlines, Participants participants) {
        return new SlipTerms(
                garageClock,
                conditions,
                deadlines,
                participants,
                () -> ThreadLocalRandom.current().nextDouble(-1, 1));
    }

    public static void main(String[] arguments) {
        Service.run(ProcessManagement.class, "process-management", arguments);
    }
}
