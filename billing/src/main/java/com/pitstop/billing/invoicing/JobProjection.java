package com.pitstop.billing.invoicing;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

import com.pitstop.shared.workshop.MaintenanceJobPlanned;

/** Billing's copy of which jobs there are. */
@Component("billingJobProjection")
@ProcessingGroup("billing")
class JobProjection {

    private final JobViewRepository jobs;

    JobProjection(JobViewRepository jobs) {
        this.jobs = jobs;
    }

    @EventHandler
    void on(MaintenanceJobPlanned event) {
        jobs.save(new JobView(event));
    }

    @ResetHandler
    void reset() {
        jobs.deleteAllInBatch();
    }
}
