package com.pitstop.audit;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

import com.pitstop.chassis.bootstrap.Service;
import com.pitstop.chassis.persistence.ModuleSchema;

/** Keeps the record of all that was asked and done: a service of its own, or a part of all-in-one. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan
@EntityScan
@EnableJpaRepositories
public class AuditLog {

    @Bean
    ModuleSchema auditSchema() {
        return new ModuleSchema("audit");
    }

    public static void main(String[] arguments) {
        Service.run(AuditLog.class, "audit-log", arguments);
    }
}
