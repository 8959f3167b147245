package com.pitstop.process.webhooks;

import org.springframework.stereotype.Component;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** How many subscribers are told nothing until an operator releases them. Every process counts all of them. */
@Component
class SubscriptionGauge implements MeterBinder {

    private final Subscriptions subscriptions;

    SubscriptionGauge(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("pitstop.subscriptions.parked", subscriptions, Subscriptions::parked)
                .description("Subscriptions that wait for an operator")
                .register(registry);
    }
}
