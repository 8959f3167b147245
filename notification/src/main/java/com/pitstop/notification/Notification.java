package com.pitstop.notification;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

import com.pitstop.chassis.bootstrap.Service;
import com.pitstop.chassis.persistence.ModuleSchema;

/** Mails customers what they want to know: a service of its own, or a part of all-in-one. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan
@EntityScan
@EnableJpaRepositories
@EnableConfigurationProperties(NotificationSettings.class)
public class Notification {

    @Bean
    ModuleSchema notificationSchema() {
        return new ModuleSchema("notification");
    }

    public static void main(String[] arguments) {
        Service.run(Notification.class, "notification", arguments);
    }
}
