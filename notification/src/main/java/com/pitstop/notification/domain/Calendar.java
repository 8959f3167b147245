package com.pitstop.notification.domain;

import java.time.LocalDate;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import com.pitstop.shared.notification.DayHasPassed;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/** The days that have passed, without gaps. It begins with the day before somebody first looked. */
@Aggregate(snapshotTriggerDefinition = "snapshotTrigger", cache = "aggregateCache")
@Revision("1")
class Calendar {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable GarageCalendar id;

    private @Nullable LocalDate last;

    Calendar() {} // Axon starts from here, then replays the events

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(RecordPassedDays command) {
        var today = command.today();
        var next = last == null ? today.minusDays(1) : last.plusDays(1);
        for (var day = next; day.isBefore(today); day = day.plusDays(1)) {
            apply(new DayHasPassed(day));
        }
    }

    @EventSourcingHandler
    void on(DayHasPassed event) {
        id = new GarageCalendar();
        last = event.day();
    }
}
