package com.pitstop.chassis.hub;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.axonframework.common.AxonThreadFactory;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.lifecycle.Phase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.pitstop.chassis.messaging.Causes;

/**
 * Wakes whoever waits for events when there are some. The streams of Axon's store cannot do that, so that its processors
 * look twice a second. Here one more stream, which blocks, watches for all of them.
 */
class WakingEventStore extends EmbeddedEventStore {

    private static final Logger LOG = LoggerFactory.getLogger(WakingEventStore.class);

    private static final int WHILE_BUSY = 250;
    private static final int WHILE_QUIET = 1_000;

    private final Set<WakeableStream> streams = ConcurrentHashMap.newKeySet();
    private final Doorbell doorbell;
    private final Thread watch = new AxonThreadFactory("EventWatch").newThread(this::watch);
    private final AtomicBoolean started = new AtomicBoolean();
    private volatile boolean open = true;

    WakingEventStore(Builder settings, Doorbell doorbell) {
        super(settings);
        this.doorbell = doorbell;
    }

    @Override
    public void registerLifecycleHandlers(LifecycleRegistry lifecycle) {
        super.registerLifecycleHandlers(lifecycle);
        lifecycle.onStart(Phase.INBOUND_EVENT_CONNECTORS, this::start);
    }

    /** Axon asks for it once as a store and once as a bus. */
    private void start() {
        if (started.compareAndSet(false, true)) {
            watch.start();
            doorbell.open(this::lookAgain);
        }
    }

    @Override
    public void shutDown() {
        open = false;
        doorbell.close();
        super.shutDown();
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        super.afterCommit(events);
        doorbell.ring();
    }

    @Override
    public TrackingEventStream openStream(TrackingToken position) {
        var stream = new WakeableStream(super.openStream(position), streams::remove);
        streams.add(stream);
        return stream;
    }

    /** A snapshot that cannot be understood can be done without; a database that is away is away for the events too. */
    @Override
    protected Optional<DomainEventMessage<?>> handleSnapshotReadingError(String aggregate, Throwable failure) {
        if (failure instanceof RuntimeException e && Causes.of(e).anyMatch(SQLException.class::isInstance)) {
            throw e;
        }
        return super.handleSnapshotReadingError(aggregate, failure);
    }

    /** Somebody else appended. */
    private void lookAgain() {
        super.afterCommit(List.of());
    }

    private void watch() {
        while (open) {
            try (var stream = super.openStream(createHeadToken())) {
                watch(stream);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.debug("The event store cannot be watched, and will be again in a second", e);
                pause();
            }
        }
    }

    /**
     * Wakes those that have a handler for what arrived. Everybody else is woken four times a second while events arrive, for
     * their positions to follow; and once a second without, for events that arrived while a stream changed its source.
     */
    private void watch(TrackingEventStream stream) throws InterruptedException {
        var patience = WHILE_QUIET;
        var last = System.nanoTime();
        while (open) {
            var kinds = stream.hasNextAvailable(patience, TimeUnit.MILLISECONDS) ? drain(stream) : Set.<Class<?>>of();
            if (kinds.isEmpty() || System.nanoTime() - last >= TimeUnit.MILLISECONDS.toNanos(WHILE_BUSY)) {
                streams.forEach(WakeableStream::wake);
                last = System.nanoTime();
                patience = WHILE_QUIET;
            } else {
                streams.forEach(woken -> woken.wakeFor(kinds));
                patience = WHILE_BUSY;
            }
        }
    }

    private static Set<Class<?>> drain(TrackingEventStream stream) throws InterruptedException {
        var kinds = new HashSet<Class<?>>();
        do {
            kinds.add(stream.nextAvailable().getPayloadType());
        } while (stream.hasNextAvailable());
        return kinds;
    }

    private void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            open = false;
            Thread.currentThread().interrupt();
        }
    }
}
