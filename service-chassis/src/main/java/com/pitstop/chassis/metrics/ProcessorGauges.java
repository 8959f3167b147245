package com.pitstop.chassis.metrics;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import org.jspecify.annotations.Nullable;

import com.pitstop.chassis.metrics.ProcessorReadings.Reading;
import com.pitstop.chassis.operations.EventProcessors.State;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** The readings of the processors as gauges. Not a number while the database, or for a lag the hub, does not answer. */
class ProcessorGauges implements MeterBinder {

    private final Collection<String> processors;
    private final SharedReading<Map<String, Reading>> readings;

    ProcessorGauges(Collection<String> processors, SharedReading<Map<String, Reading>> readings) {
        this.processors = processors;
        this.readings = readings;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var processor : processors) {
            gauge(processor, "pitstop.processor.lag.events", ProcessorGauges::lagInEvents)
                    .description("Events stored that the processor has not handled")
                    .register(registry);
            gauge(processor, "pitstop.processor.lag.seconds", ProcessorGauges::lagInSeconds)
                    .description("Age of the oldest event that the processor has not handled")
                    .register(registry);
            gauge(processor, "pitstop.processor.replay.progress", ProcessorGauges::replayed)
                    .description("Part of a replay that is done, 1 when none is going on")
                    .register(registry);
            for (var state : State.values()) {
                gauge(processor, "pitstop.processor.state", reading -> isIn(state, reading))
                        .description("1 for the state that the processor is in")
                        .tag("state", state.name().toLowerCase(Locale.ROOT))
                        .register(registry);
            }
            // An alarm should go off long before the queue is full.
            Gauge.builder("pitstop.deadletters", () -> read(processor, Reading::parked))
                    .description("Events that could not be handled and wait for an operator")
                    .tag("group", processor)
                    .register(registry);
        }
    }

    private Gauge.Builder<?> gauge(String processor, String name, ToDoubleFunction<Reading> value) {
        return Gauge.builder(name, () -> read(processor, value)).tag("processor", processor);
    }

    private double read(String processor, ToDoubleFunction<Reading> value) {
        return readings.latest()
                .map(all -> all.get(processor))
                .map(value::applyAsDouble)
                .orElse(Double.NaN);
    }

    private static double lagInEvents(Reading reading) {
        return orNotANumber(reading.status().lagInEvents());
    }

    private static double lagInSeconds(Reading reading) {
        return orNotANumber(reading.status().lagInSeconds());
    }

    private static double orNotANumber(@Nullable Number value) {
        return value == null ? Double.NaN : value.doubleValue();
    }

    private static double isIn(State state, Reading reading) {
        return reading.status().state() == state ? 1 : 0;
    }

    private static double replayed(Reading reading) {
        var perCent = reading.status().replayProgress();
        return perCent == null ? 1 : perCent / 100d;
    }
}
