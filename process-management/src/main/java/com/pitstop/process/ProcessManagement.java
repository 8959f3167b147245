package com.pitstop.process;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

import com.pitstop.chassis.bootstrap.Service;
import com.pitstop.chassis.persistence.ModuleSchema;

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

    public static void main(String[] arguments) {
        Service.run(ProcessManagement.class, "process-management", arguments);
    }
}
