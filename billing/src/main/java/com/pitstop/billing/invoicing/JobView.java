package com.pitstop.billing.invoicing;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;

import org.springframework.data.domain.Persistable;

import com.pitstop.billing.domain.BilledJob;
import com.pitstop.billing.domain.BilledPart;
import com.pitstop.chassis.persistence.InsertedOnce;
import com.pitstop.shared.workshop.MaintenanceJobFinished;
import com.pitstop.shared.workshop.MaintenanceJobPlanned;

/** For whom a job is done, and what is to be done. None of it changes. */
@InsertedOnce
@Entity(name = "BillingJob")
@Table(schema = "billing", name = "job")
class JobView implements Persistable<UUID> {

    @Id
    private UUID jobId;

    private UUID customerId;
    private String licenseNumber;
    private String description;

    @Transient
    private boolean isNew;

    protected JobView() {}

    JobView(MaintenanceJobPlanned event) {
        this.jobId = event.jobId();
        this.customerId = event.customerId();
        this.licenseNumber = event.licenseNumber();
        this.description = event.description();
        this.isNew = true;
    }

    UUID customerId() {
        return customerId;
    }

    BilledJob finished(MaintenanceJobFinished event, List<BilledPart> parts) {
        return new BilledJob(
                jobId, licenseNumber, description, event.day(), Duration.between(event.start(), event.end()), parts);
    }

    @Override
    public UUID getId() {
        return jobId;
    }

    @Override
    public boolean isNew() {
        return isNew;
    }

    @PostLoad
    @PostPersist
    void stored() {
        isNew = false;
    }
}
