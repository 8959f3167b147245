package com.pitstop.notification.jobs;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;

import org.springframework.data.domain.Persistable;

import com.pitstop.chassis.persistence.InsertedOnce;
import com.pitstop.shared.workshop.MaintenanceJobPlanned;
import com.pitstop.shared.workshop.MaintenanceJobRescheduled;

/** A job as far as its customer hears of it, after the event of its day whose sequence number is the row's version. */
@InsertedOnce
@Entity(name = "NotificationJob")
@Table(schema = "notification", name = "job")
class JobView implements Persistable<UUID> {

    @Id
    private UUID jobId;

    private UUID customerId;
    private String licenseNumber;
    private String description;

    @Column // read by searches only
    private LocalDate plannedOn;

    private LocalDateTime startsAt;
    private LocalDateTime endsAt;

    @Column // read by searches only
    @Enumerated(EnumType.STRING)
    private JobStatus status;

    private long version;

    @Transient
    private boolean isNew;

    protected JobView() {}

    JobView(MaintenanceJobPlanned event, long version) {
        this.jobId = event.jobId();
        this.customerId = event.customerId();
        this.licenseNumber = event.licenseNumber();
        this.description = event.description();
        this.plannedOn = event.day();
        this.startsAt = event.start();
        this.endsAt = event.end();
        this.status = JobStatus.PLANNED;
        this.version = version;
        this.isNew = true;
    }

    void moved(MaintenanceJobRescheduled event, long version) {
        if (version <= this.version) {
            return;
        }
        this.startsAt = event.start();
        this.endsAt = event.end();
        this.version = version;
    }

    void ended(JobStatus ending, long version) {
        if (version <= this.version) {
            return;
        }
        this.status = ending;
        this.version = version;
    }

    Job asJob() {
        return new Job(jobId, customerId, licenseNumber, description, startsAt, endsAt);
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
