package com.pitstop.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The one public address of the garage when its services run apart. Its routes are in {@code application.yml}. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(GatewaySettings.class)
@ComponentScan
public class ApiGateway {

    public static void main(String[] arguments) {
        SpringApplication.run(ApiGateway.class, arguments);
    }
}
