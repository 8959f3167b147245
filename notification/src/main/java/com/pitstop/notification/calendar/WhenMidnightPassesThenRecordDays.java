package com.pitstop.notification.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.connection.Outage;
import com.pitstop.chassis.messaging.Setback;
import com.pitstop.notification.NotificationSettings;
import com.pitstop.notification.domain.GarageCalendar;
import com.pitstop.notification.domain.RecordPassedDays;
import com.pitstop.shared.notification.DayHasPassed;

/**
 * Looks from time to time at the clock on the garage's wall. Every process looks; the calendar is asked when a day seems to
 * be missing, decides, and changes nothing for who comes second. A timer set for midnight would miss clocks that are put
 * right and machines that sleep.
 */
@Component
class WhenMidnightPassesThenRecordDays implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WhenMidnightPassesThenRecordDays.class);

    private static final int SECONDS_TO_END = 10;

    private final EventStore events;
    private final CommandGateway commands;
    private final Clock clock;
    private final Duration period;
    private final Outage outage = new Outage("What it takes to record days that passed");

    private LocalDate recorded = LocalDate.MIN;
    private volatile @Nullable ScheduledExecutorService thread;

    WhenMidnightPassesThenRecordDays(
            EventStore events, CommandGateway commands, NotificationSettings settings, Clock garageClock) {
        this.events = events;
        this.commands = commands;
        this.clock = garageClock;
        this.period = settings.calendarCheck();
    }

    @Override
    public void start() {
        var looking = Executors.newSingleThreadScheduledExecutor(new AxonThreadFactory("GarageCalendar"));
        thread = looking;
        var unused = looking.scheduleWithFixedDelay(this::lookOrTryLater, 0, period.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** An exception here would end the schedule for good. */
    private void lookOrTryLater() {
        try {
            recordWhatIsMissing();
            outage.isOver();
        } catch (RuntimeException failure) {
            failed(failure);
        }
    }

    synchronized void recordWhatIsMissing() {
        var today = LocalDate.now(clock);
        if (isMissingBefore(today)) {
            commands.sendAndWait(new RecordPassedDays(new GarageCalendar(), today));
            recorded = today.minusDays(1);
        }
    }

    /** Remembers what was there, so that the event store is asked after a midnight only. */
    private boolean isMissingBefore(LocalDate today) {
        var yesterday = today.minusDays(1);
        if (recorded.isBefore(yesterday)) {
            recorded = lastRecorded();
        }
        return recorded.isBefore(yesterday);
    }

    private LocalDate lastRecorded() {
        return events.lastSequenceNumberFor(GarageCalendar.STREAM)
                .map(last -> events.readEvents(GarageCalendar.STREAM, last))
                .flatMap(stream ->
                        stream.asStream().map(DomainEventMessage::getPayload).findFirst())
                .map(event -> ((DayHasPassed) event).day())
                .orElse(LocalDate.MIN);
    }

    private void failed(RuntimeException failure) {
        if (Setback.of(failure).isPresent()) {
            outage.goesOn(String.valueOf(failure.getMessage()));
        } else {
            LOG.warn("Days that passed were not recorded, and are in {}", period, failure);
        }
    }

    /** Before the buses: phases end in the opposite order of their beginning, and this is the last one. */
    @Override
    public void stop() {
        var ending = thread;
        thread = null;
        if (ending != null) {
            ending.shutdown();
            awaitEnd(ending);
        }
    }

    private static void awaitEnd(ScheduledExecutorService thread) {
        try {
            if (!thread.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
