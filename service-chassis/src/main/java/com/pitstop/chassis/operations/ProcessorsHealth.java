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
            health.withDetail(processor.name(), "%s, %d behind".formatted(processor.state(), processor.lagInEvents()));
            if (processor.state() == State.FAILING) {
                health.down();
            }
        }
    }
}
