package com.pitstop.notification.jobs;

import java.util.UUID;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.stereotype.Component;

import com.pitstop.shared.workshop.MaintenanceJobCancelled;
import com.pitstop.shared.workshop.MaintenanceJobFinished;
import com.pitstop.shared.workshop.MaintenanceJobPlanned;
import com.pitstop.shared.workshop.MaintenanceJobRescheduled;

/** Notification's copy of which jobs there are, and when. */
@Component("notificationJobProjection")
@ProcessingGroup("notification")
class JobProjection {

    private final JobViewRepository jobs;

    JobProjection(JobViewRepository jobs) {
        this.jobs = jobs;
    }

    @EventHandler
    void on(MaintenanceJobPlanned event, @SequenceNumber long version) {
        jobs.save(new JobView(event, version));
    }

    @EventHandler
    void on(MaintenanceJobRescheduled event, @SequenceNumber long version) {
        known(event.jobId()).moved(event, version);
    }

    @EventHandler
    void on(MaintenanceJobFinished event, @SequenceNumber long version) {
        known(event.jobId()).ended(JobStatus.FINISHED, version);
    }

    @EventHandler
    void on(MaintenanceJobCancelled event, @SequenceNumber long version) {
        known(event.jobId()).ended(JobStatus.CANCELLED, version);
    }

    @ResetHandler
    void reset() {
        jobs.deleteAllInBatch();
    }

    private JobView known(UUID jobId) {
        return jobs.findById(jobId)
                .orElseThrow(() -> new IllegalStateException("Notification has no row of job %s".formatted(jobId)));
    }
}
