package com.pitstop.notification.mailing;

import java.time.Clock;
import java.time.LocalDate;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.calendar.WorkingDays;
import com.pitstop.chassis.processing.InOrder;
import com.pitstop.notification.domain.MailKind;
import com.pitstop.notification.jobs.Job;
import com.pitstop.notification.jobs.Jobs;
import com.pitstop.notification.texts.Topic;
import com.pitstop.shared.notification.DayHasPassed;

/**
 * When a working day begins, customers are reminded of the jobs up to and including the next one. A day on which nothing
 * ran has no reminders: it is over.
 */
@Component
@ProcessingGroup("notification")
@InOrder
@DisallowReplay
class WhenDayHasPassedThenRemind {

    private final Jobs jobs;
    private final WorkingDays workingDays;
    private final Clerk clerk;
    private final Clock clock;

    WhenDayHasPassedThenRemind(Jobs jobs, WorkingDays workingDays, Clerk clerk, Clock garageClock) {
        this.jobs = jobs;
        this.workingDays = workingDays;
        this.clerk = clerk;
        this.clock = garageClock;
    }

    @EventHandler
    void on(DayHasPassed event, DomainEventMessage<?> cause) {
        var today = event.day().plusDays(1);
        if (today.equals(LocalDate.now(clock)) && workingDays.include(today)) {
            jobs.planned(today.plusDays(1), workingDays.after(today)).forEach(job -> remind(job, cause));
        }
    }

    private void remind(Job job, DomainEventMessage<?> cause) {
        clerk.write(cause, new Draft(MailKind.REMINDER, job.customerId(), Topic.of(job)).about(job.jobId()));
    }
}
