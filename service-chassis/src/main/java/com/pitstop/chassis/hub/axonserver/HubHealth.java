package com.pitstop.chassis.hub.axonserver;

import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

import com.pitstop.chassis.connection.Outage;

/** Down while Axon Server cannot be reached. Axon's own is for an older Spring Boot, and silently not there. */
class HubHealth extends AbstractHealthIndicator {

    private final AxonServerConnectionManager connections;
    private final Outage outage;

    HubHealth(AxonServerConnectionManager connections, Outage outage) {
        this.connections = connections;
        this.outage = outage;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var contexts = connections.connections();
        if (contexts.isEmpty() || contexts.containsValue(false)) {
            health.down();
        } else {
            health.up();
        }
        contexts.forEach((context, connected) -> health.withDetail(context, connected ? "connected" : "not connected"));
        outage.reason().ifPresent(why -> health.withDetail("lastFailure", why));
    }
}
