package com.pitstop.notification.mailing;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.processing.InOrder;
import com.pitstop.notification.domain.MailKind;
import com.pitstop.notification.invitation.Invitations;
import com.pitstop.notification.jobs.Job;
import com.pitstop.notification.jobs.Jobs;
import com.pitstop.notification.texts.Topic;
import com.pitstop.shared.workshop.MaintenanceJobCancelled;
import com.pitstop.shared.workshop.MaintenanceJobFinished;
import com.pitstop.shared.workshop.MaintenanceJobPlanned;
import com.pitstop.shared.workshop.MaintenanceJobRescheduled;

/**
 * Whatever becomes of a job, its customer hears of it. A job never leaves its day, so the sequence numbers of the day's events
 * are higher with every change of its entry in the customer's calendar.
 */
@Component
@ProcessingGroup("notification")
@InOrder
@DisallowReplay
class WhenJobChangedThenTell {

    private final Jobs jobs;
    private final Invitations invitations;
    private final Clerk clerk;

    WhenJobChangedThenTell(Jobs jobs, Invitations invitations, Clerk clerk) {
        this.jobs = jobs;
        this.invitations = invitations;
        this.clerk = clerk;
    }

    @EventHandler
    void on(MaintenanceJobPlanned event, DomainEventMessage<?> cause) {
        var job = new Job(
                event.jobId(),
                event.customerId(),
                event.licenseNumber(),
                event.description(),
                event.start(),
                event.end());
        clerk.write(cause, invitation(MailKind.JOB_PLANNED, job, cause));
    }

    @EventHandler
    void on(MaintenanceJobRescheduled event, DomainEventMessage<?> cause) {
        var job = jobs.require(event.jobId()).movedTo(event.start(), event.end());
        clerk.write(cause, invitation(MailKind.JOB_MOVED, job, cause));
    }

    @EventHandler
    void on(MaintenanceJobCancelled event, DomainEventMessage<?> cause) {
        var job = jobs.require(event.jobId());
        var cancelled = new Draft(MailKind.JOB_CANCELLED, job.customerId(), Topic.ofCancelled(job, event.reason()));
        clerk.write(
                cause,
                cancelled.with(
                        guest -> invitations.cancel(job, guest, cause.getSequenceNumber(), cause.getTimestamp())));
    }

    @EventHandler
    void on(MaintenanceJobFinished event, DomainEventMessage<?> cause) {
        var job = jobs.require(event.jobId());
        clerk.write(cause, new Draft(MailKind.READY_FOR_PICKUP, job.customerId(), Topic.of(job)));
    }

    private Draft invitation(MailKind kind, Job job, DomainEventMessage<?> cause) {
        return new Draft(kind, job.customerId(), Topic.of(job))
                .with(guest -> invitations.invite(job, guest, cause.getSequenceNumber(), cause.getTimestamp()));
    }
}
