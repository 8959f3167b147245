package com.pitstop.workshop.eventhandler;

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
import com.pitstop.workshop.readmodel.JobView;
import com.pitstop.workshop.readmodel.JobViewRepository;

/** The jobs of every day, as the planning board shows them. */
@Component("workshopJobProjection")
@ProcessingGroup("workshop-jobs")
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
        known(event.jobId()).rescheduled(event, version);
    }

    @EventHandler
    void on(MaintenanceJobFinished event, @SequenceNumber long version) {
        known(event.jobId()).finished(event, version);
    }

    @EventHandler
    void on(MaintenanceJobCancelled event, @SequenceNumber long version) {
        known(event.jobId()).cancelled(event, version);
    }

    @ResetHandler
    void reset() {
        jobs.deleteAllInBatch();
    }

    private JobView known(UUID jobId) {
        return jobs.findById(jobId)
                .orElseThrow(() -> new IllegalStateException("The workshop has no row of job %s".formatted(jobId)));
    }
}
