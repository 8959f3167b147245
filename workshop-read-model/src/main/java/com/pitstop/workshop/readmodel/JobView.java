package com.pitstop.workshop.readmodel;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

import com.pitstop.chassis.persistence.InsertedOnce;
import com.pitstop.shared.workshop.MaintenanceJobCancelled;
import com.pitstop.shared.workshop.MaintenanceJobFinished;
import com.pitstop.shared.workshop.MaintenanceJobPlanned;
import com.pitstop.shared.workshop.MaintenanceJobRescheduled;
import com.pitstop.shared.workshop.UsedPart;

/**
 * A piece of work on a vehicle: when it was planned, and when it was really done. Its version is that of its day. Events
 * at or below the row's version have been seen before and change nothing.
 */
@InsertedOnce
@Entity(name = "WorkshopJob")
@Table(schema = "workshop", name = "job")
public class JobView implements Persistable<UUID> {

    @Id
    private UUID jobId;

    private LocalDate plannedOn;
    private String licenseNumber;
    private UUID customerId;

    // As it stands: by way of a timestamp, Hibernate would move hours that the end of winter skips.
    @JdbcTypeCode(SqlTypes.LOCAL_DATE_TIME)
    private LocalDateTime plannedStart;

    @JdbcTypeCode(SqlTypes.LOCAL_DATE_TIME)
    private LocalDateTime plannedEnd;

    private String description;

    @Enumerated(EnumType.STRING)
    private JobStatus status;

    @JdbcTypeCode(SqlTypes.LOCAL_DATE_TIME)
    private @Nullable LocalDateTime actualStart;

    @JdbcTypeCode(SqlTypes.LOCAL_DATE_TIME)
    private @Nullable LocalDateTime actualEnd;

    private @Nullable String notes;

    @Convert(converter = UsedPartsAsText.class)
    private List<UsedPart> parts;

    private @Nullable String cancellationReason;
    private long version;

    @Transient
    private boolean isNew;

    protected JobView() {}

    public JobView(MaintenanceJobPlanned event, long version) {
        this.jobId = event.jobId();
        this.plannedOn = event.day();
        this.licenseNumber = event.licenseNumber();
        this.customerId = event.customerId();
        this.plannedStart = event.start();
        this.plannedEnd = event.end();
        this.description = event.description();
        this.status = JobStatus.PLANNED;
        this.parts = List.of();
        this.version = version;
        this.isNew = true;
    }

    public void rescheduled(MaintenanceJobRescheduled event, long version) {
        if (version <= this.version) {
            return;
        }
        this.plannedStart = event.start();
        this.plannedEnd = event.end();
        this.version = version;
    }

    public void finished(MaintenanceJobFinished event, long version) {
        if (version <= this.version) {
            return;
        }
        this.status = JobStatus.FINISHED;
        this.actualStart = event.start();
        this.actualEnd = event.end();
        this.notes = event.notes();
        this.parts = event.parts();
        this.version = version;
    }

    public void cancelled(MaintenanceJobCancelled event, long version) {
        if (version <= this.version) {
            return;
        }
        this.status = JobStatus.CANCELLED;
        this.cancellationReason = event.reason();
        this.version = version;
    }

    public UUID jobId() {
        return jobId;
    }

    public LocalDate plannedOn() {
        return plannedOn;
    }

    public String licenseNumber() {
        return licenseNumber;
    }

    public UUID customerId() {
        return customerId;
    }

    public LocalDateTime plannedStart() {
        return plannedStart;
    }

    public LocalDateTime plannedEnd() {
        return plannedEnd;
    }

    public String description() {
        return description;
    }

    public JobStatus status() {
        return status;
    }

    public @Nullable LocalDateTime actualStart() {
        return actualStart;
    }

    public @Nullable LocalDateTime actualEnd() {
        return actualEnd;
    }

    public @Nullable String notes() {
        return notes;
    }

    public List<UsedPart> parts() {
        return parts;
    }

    public @Nullable String cancellationReason() {
        return cancellationReason;
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
