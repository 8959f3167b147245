package com.pitstop.vehicle;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

import com.pitstop.chassis.bootstrap.Service;
import com.pitstop.chassis.persistence.ModuleSchema;

/** Registers vehicles and who owns them: a service of its own, or a part of all-in-one. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan
@EntityScan
@EnableJpaRepositories
public class VehicleManagement {

    @Bean
    ModuleSchema vehicleSchema() {
        return new ModuleSchema("vehicle");
    }

    public static void main(String[] arguments) {
        Service.run(VehicleManagement.class, "vehicle-management", arguments);
    }
}
