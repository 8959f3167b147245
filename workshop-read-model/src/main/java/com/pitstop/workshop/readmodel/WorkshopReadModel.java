package com.pitstop.workshop.readmodel;

import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

import com.pitstop.chassis.persistence.ModuleSchema;

/** The tables that the workshop's event handler fills and its management reads. */
@Configuration(proxyBeanMethods = false)
@EntityScan
@EnableJpaRepositories
public class WorkshopReadModel {

    @Bean
    ModuleSchema workshopSchema() {
        return new ModuleSchema("workshop");
    }
}
