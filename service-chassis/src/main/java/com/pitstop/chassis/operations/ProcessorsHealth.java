package com.pitstop.chassis.operations;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

import com.pitstop.chassis.operations.EventProcessors.State;

/**
 * Down while a processor does not get on, up with its lag shown otherwise. A pause is an operator's wish. While there is
 * no telling it is down, and says nothing in the log of what is in its details.
 */
class ProcessorsHealth extends AbstractHealthIndicator {

    private final EventProcessors processors;

    ProcessorsHealth(EventProcessors processors) {
        this.processors = processors;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        try {
            check(health);
        } catch (RuntimeException e) {
            health.down().withDetail("error", e.toString());
        }
    }

    private void check(Health.Builder health) {
        health.up();
        for (var processor : processors.all()) {
            var lag = processor.lagInEvents();
            health.withDetail(
                    processor.name(), "%s, %s behind".formatted(processor.state(), lag == null ? "unknown" : lag));
            if (lag == null || processor.state() == State.FAILING) {
                health.down();
            }
        }
    }
}
