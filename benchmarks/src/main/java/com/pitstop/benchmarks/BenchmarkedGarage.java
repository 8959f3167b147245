package com.pitstop.benchmarks;

import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

import com.pitstop.allinone.AllInOne;
import com.pitstop.chassis.bootstrap.Service;
import com.pitstop.chassis.persistence.ModuleSchema;

/** The all-in-one as it is, with something to compare it to. */
@Configuration(proxyBeanMethods = false)
@Import({AllInOne.class, PlainInsert.class, History.class, WaitingSlips.class})
@EntityScan
@EnableJpaRepositories
public class BenchmarkedGarage {

    @Bean
    ModuleSchema benchmarkSchema() {
        return new ModuleSchema("benchmark");
    }

    public static void main(String[] arguments) {
        Service.run(BenchmarkedGarage.class, "pitstop", arguments);
    }
}
