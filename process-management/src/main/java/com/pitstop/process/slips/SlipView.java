package com.pitstop.process.slips;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
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

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

import com.pitstop.chassis.persistence.InsertedOnce;
import com.pitstop.shared.process.RoutingSlipStarted;

/** A routing slip after the event whose sequence number is the row's version. */
@InsertedOnce
@Entity(name = "ProcessSlip")
@Table(schema = "process", name = "slip")
class SlipView implements Persistable<UUID> {

    @Id
    private UUID trackingNumber;

    private String process;
    private int processVersion;

    @Enumerated(EnumType.STRING)
    private SlipState state;

    private @Nullable String customerId;
    private @Nullable String licenseNumber;
    private Instant startedAt;
    private @Nullable Instant endedAt;

    @Convert(converter = PlainValues.class)
    private Map<String, Object> variables;

    @Convert(converter = PlainValues.class)
    private Map<String, Object> openSteps;

    private boolean paused;

    @Enumerated(EnumType.STRING)
    private Undoing undoing;

    private String reason;
    private String correlationId;
    private long version;

    @Transient
    private boolean isNew;

    /** How far the undoing of everything has come. */
    enum Undoing {
        NONE,
        RUNNING,
        FAILED
    }

    protected SlipView() {}

    SlipView(RoutingSlipStarted event, String correlationId, Instant startedAt, long version) {
        this.trackingNumber = event.trackingNumber();
        this.process = event.process();
        this.processVersion = event.version();
        this.startedAt = startedAt;
        this.variables = Map.of();
        this.openSteps = Map.of();
        this.undoing = Undoing.NONE;
        this.reason = "";
        this.correlationId = correlationId;
        this.isNew = true;
        set(event.variables());
        this.state = OpenSteps.state(openSteps);
        this.version = version;
    }

    boolean isBefore(long version) {
        return this.version < version;
    }

    void changedBy(long version) {
        if (!state.isOver()) {
            state = stateOfWork();
        }
        this.version = version;
    }

    void set(Map<String, Object> values) {
        var changed = new HashMap<>(variables);
        changed.putAll(values);
        variables = changed;
        customerId = text(variables.get("customerId"));
        licenseNumber = text(variables.get("licenseNumber"));
    }

    void open(String step, String doing) {
        openSteps = OpenSteps.with(openSteps, step, doing);
    }

    void close(String step) {
        openSteps = OpenSteps.without(openSteps, step);
    }

    void received(String signal) {
        openSteps = OpenSteps.received(openSteps, signal);
    }

    void paused(boolean paused, String reason) {
        this.paused = paused;
        this.reason = paused ? reason : "";
    }

    void undoes(Undoing undoing, String reason) {
        this.undoing = undoing;
        this.reason = reason;
        this.openSteps = Map.of();
    }

    void ends(SlipState state, String reason, Instant at) {
        this.state = state;
        this.reason = reason;
        this.endedAt = at;
        this.openSteps = Map.of();
    }

    Slip asSlip() {
        return new Slip(
                trackingNumber,
                process,
                processVersion,
                state,
                customerId,
                licenseNumber,
                startedAt,
                endedAt,
                variables,
                reason,
                correlationId);
    }

    private SlipState stateOfWork() {
        if (undoing != Undoing.NONE) {
            return undoing == Undoing.RUNNING ? SlipState.COMPENSATING : SlipState.COMPENSATION_FAILED;
        }
        return paused ? SlipState.PAUSED : OpenSteps.state(openSteps);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : String.valueOf(value);
    }

    @Override
    public UUID getId() {
        return trackingNumber;
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
