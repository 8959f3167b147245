package com.pitstop.process.slips;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

import com.pitstop.shared.process.IncidentOpened;
import com.pitstop.shared.process.IncidentResolved;

/** An incident, open until it is resolved. */
@Entity(name = "ProcessIncident")
@Table(schema = "process", name = "incident")
@IdClass(IncidentKey.class)
class IncidentView implements Persistable<IncidentKey> {

    @Id
    private UUID trackingNumber;

    @Id
    private String incidentId;

    private String step;
    private String kind;
    private String message;
    private Instant openedAt;
    private @Nullable Instant resolvedAt;
    private @Nullable String resolution;
    private @Nullable String reason;
    private long version;

    @Transient
    private boolean isNew;

    protected IncidentView() {}

    IncidentView(IncidentOpened event, Instant at, long version) {
        this.trackingNumber = event.trackingNumber();
        this.incidentId = event.incidentId();
        this.isNew = true;
        open(event, at, version);
    }

    final void open(IncidentOpened event, Instant at, long version) {
        this.step = event.step();
        this.kind = event.kind();
        this.message = event.message();
        this.openedAt = at;
        this.resolvedAt = null;
        this.resolution = null;
        this.reason = null;
        this.version = version;
    }

    boolean isBefore(long version) {
        return this.version < version;
    }

    void resolve(IncidentResolved event, Instant at, long version) {
        this.resolvedAt = at;
        this.resolution = event.resolution();
        this.reason = event.reason();
        this.version = version;
    }

    Incident asIncident() {
        return new Incident(trackingNumber, incidentId, step, kind, message, openedAt, resolvedAt, resolution, reason);
    }

    @Override
    public IncidentKey getId() {
        return new IncidentKey(trackingNumber, incidentId);
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
