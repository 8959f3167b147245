package com.pitstop.chassis.workbench;

import java.util.Map;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

import com.pitstop.chassis.persistence.ModuleSchema;
import com.pitstop.chassis.test.TestDatabases;

/** The smallest service the chassis can carry. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan
@EntityScan
@EnableJpaRepositories(considerNestedRepositories = true)
class Workbench {

    @Bean
    ModuleSchema workbenchSchema() {
        return new ModuleSchema("workbench");
    }

    static ConfigurableApplicationContext start(Map<String, Object> settings, String... more) {
        return new SpringApplicationBuilder(Workbench.class).run(TestDatabases.arguments(settings, more));
    }
}
