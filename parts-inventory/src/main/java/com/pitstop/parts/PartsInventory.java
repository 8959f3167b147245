package com.pitstop.parts;

import java.time.Clock;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

import com.pitstop.chassis.bootstrap.Service;
import com.pitstop.chassis.persistence.ModuleSchema;
import com.pitstop.parts.domain.ReservationTerms;

/** Keeps the stock of parts: a service of its own, or a part of all-in-one. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan
@EntityScan
@EnableJpaRepositories
@EnableConfigurationProperties(PartsSettings.class)
public class PartsInventory {

    @Bean
    ModuleSchema partsSchema() {
        return new ModuleSchema("parts");
    }

    @Bean
    ReservationTerms reservationTerms(PartsSettings settings, Clock garageClock) {
        return new ReservationTerms(settings.reservationExpiry(), garageClock);
    }

    public static void main(String[] arguments) {
        Service.run(PartsInventory.class, "parts-inventory", arguments);
    }
}
