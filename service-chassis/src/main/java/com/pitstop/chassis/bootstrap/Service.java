package com.pitstop.chassis.bootstrap;

import java.util.Map;

import org.springframework.boot.SpringApplication;

/** Starts one of the garage's services. */
public final class Service {

    private Service() {}

    /**
     * Starts it, on its own database file unless told otherwise.
     *
     * @param entryPoint the configuration class the service is named after
     * @param name the name of its database file and of the service in logs and metrics
     */
    public static void run(Class<?> entryPoint, String name, String... arguments) {
        // Axon's own switch, read before there is any configuration.
        System.setProperty("axoniq.update-checker.disabled", "true");
        var application = new SpringApplication(entryPoint);
        application.setDefaultProperties(Map.of("spring.application.name", name));
        var service = application.run(arguments);
        if (service.getEnvironment().getProperty("pitstop.rehearsal", Boolean.class, false)) {
            // Started only to have its classes archived.
            service.close();
        }
    }
}
