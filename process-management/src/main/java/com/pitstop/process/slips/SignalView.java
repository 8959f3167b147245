package com.pitstop.process.slips;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;

import org.springframework.data.domain.Persistable;

import com.pitstop.shared.process.SignalAwaited;

/** What a step waits for, or has waited for last. */
@Entity(name = "ProcessAwaitedSignal")
@Table(schema = "process", name = "awaited_signal")
@IdClass(StepKey.class)
class SignalView implements Persistable<StepKey> {

    @Id
    private UUID trackingNumber;

    @Id
    @Column(name = "step")
    private String name;

    private String signal;

    @Column(name = "until_at")
    private Instant until;

    @Convert(converter = PlainValues.class)
    private Map<String, Object> offer;

    private boolean settled;

    private long version;

    @Transient
    private boolean isNew;

    protected SignalView() {}

    SignalView(SignalAwaited event, long version) {
        this.trackingNumber = event.trackingNumber();
        this.name = event.step();
        this.isNew = true;
        await(event, version);
    }

    final void await(SignalAwaited event, long version) {
        this.signal = event.signal();
        this.until = Moments.stored(event.until());
        this.offer = event.offer();
        this.settled = false;
        this.version = version;
    }

    boolean isBefore(long version) {
        return this.version < version;
    }

    boolean isAwaited(long version) {
        return !settled && isBefore(version);
    }

    boolean isFor(String signal) {
        return this.signal.equals(signal);
    }

    void settle(long version) {
        this.settled = true;
        this.version = version;
    }

    Signal asSignal() {
        return new Signal(name, signal, until, offer);
    }

    @Override
    public StepKey getId() {
        return new StepKey(trackingNumber, name);
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
