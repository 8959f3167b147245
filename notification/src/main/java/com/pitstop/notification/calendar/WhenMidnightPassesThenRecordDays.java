package com.pitstop.notification.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.rounds.Round;
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
class WhenMidnightPassesThenRecordDays implements Round {

    private final EventStore events;
    private final CommandGateway commands;
    private final Clock clock;
    private final Duration period;

    private LocalDate recorded = LocalDate.MIN;

    WhenMidnightPassesThenRecordDays(
            EventStore events, CommandGateway commands, NotificationSettings settings, Clock garageClock) {
        this.events = events;
        this.commands = commands;
        this.clock = garageClock;
        this.period = settings.calendarCheck();
    }

    @Override
    public String purpose() {
        return "record days that passed";
    }

    @Override
    public Duration period() {
        return period;
    }

    @Override
    public synchronized void look() {
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
}
