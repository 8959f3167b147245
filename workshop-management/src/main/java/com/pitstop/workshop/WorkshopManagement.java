package com.pitstop.workshop;

import java.time.Clock;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import com.pitstop.chassis.bootstrap.Service;
import com.pitstop.workshop.domain.WorkshopCapacity;
import com.pitstop.workshop.readmodel.WorkshopReadModel;

/**
 * The part of the workshop that people talk to. Its packages are named one by one: those of the read model and of the
 * event handler begin alike, and are modules of their own.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan({
    "com.pitstop.workshop.activities",
    "com.pitstop.workshop.domain",
    "com.pitstop.workshop.planning",
    "com.pitstop.workshop.registry",
    "com.pitstop.workshop.web"
})
@EnableConfigurationProperties(WorkshopSettings.class)
@Import(WorkshopReadModel.class)
public class WorkshopManagement {

    @Bean
    WorkshopCapacity workshopCapacity(WorkshopSettings settings, Clock garageClock) {
        return settings.capacity(garageClock);
    }

    public static void main(String[] arguments) {
        Service.run(WorkshopManagement.class, "workshop-management", arguments);
    }
}
