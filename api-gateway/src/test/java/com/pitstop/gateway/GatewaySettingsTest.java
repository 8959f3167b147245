package com.pitstop.gateway;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How the gateway is told what to do, and what it does not take. */
class GatewaySettingsTest {

    @Test
    void servicesMayBeNamedByEnvironmentVariables() {
        try (var customers = new StubService();
                var vehicles = new StubService();
                var workshop = new StubService();
                var gateway = RunningGateway.startIn(Map.of(
                        "PITSTOP_SERVICES_CUSTOMER_MANAGEMENT", customers.url(),
                        "PITSTOP_SERVICES_VEHICLE_MANAGEMENT", vehicles.url(),
                        "PITSTOP_SERVICES_WORKSHOP_MANAGEMENT", workshop.url()))) {
            gateway.get("/api/customers");
            gateway.get("/api/vehicles");
            gateway.get("/api/workshop/customers");

            assertThat(customers.lastAsked().uri()).isEqualTo("/api/customers");
            assertThat(vehicles.lastAsked().uri()).isEqualTo("/api/vehicles");
            assertThat(workshop.lastAsked().uri()).isEqualTo("/api/workshop/customers");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pitstop.gateway.rate-limit.burst=0",
                "pitstop.gateway.rate-limit.per-second=-1",
                "pitstop.gateway.connect-timeout=soon"
            })
    void whatMakesNoSenseIsRefusedAtTheStart(String setting) {
        assertThatThrownBy(() -> RunningGateway.start(setting))
                .hasStackTraceContaining("ConfigurationPropertiesBindException")
                .hasStackTraceContaining("pitstop.gateway");
    }
}
