package com.pitstop.chassis.hub;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;

/**
 * A stream whose reader can be told that there is something to read. What the reader has no handler for, as it says when
 * it gets the first of a kind, does not wake it, and of many such events in a row it gets the last: its position moves on,
 * and nothing is handed around in vain.
 */
class WakeableStream implements TrackingEventStream {

    /** A reader that gets nothing for long could not keep its claim. */
    private static final int LONGEST_LEAP = 100;

    private final TrackingEventStream stream;
    private final Consumer<WakeableStream> closed;
    private final Set<Class<?>> ignored = ConcurrentHashMap.newKeySet();
    private volatile Runnable wake = () -> {};

    WakeableStream(TrackingEventStream stream, Consumer<WakeableStream> closed) {
        this.stream = stream;
        this.closed = closed;
    }

    void wake() {
        wake.run();
    }

    /** @param kinds the types of the events that arrived */
    void wakeFor(Collection<Class<?>> kinds) {
        if (!ignored.containsAll(kinds)) {
            wake();
        }
    }

    @Override
    public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> event) {
        ignored.add(event.getPayloadType());
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        wake = callback;
        return true;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return stream.peek();
    }

    /** The first no may only mean that a stream has read its own events and now turns to those of all. */
    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        return stream.hasNextAvailable(timeout, unit) || stream.hasNextAvailable(0, unit);
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        var event = stream.nextAvailable();
        for (int leap = 1; leap < LONGEST_LEAP && isIgnored(event) && stream.hasNextAvailable(); leap++) {
            event = stream.nextAvailable();
        }
        return event;
    }

    private boolean isIgnored(TrackedEventMessage<?> event) {
        return ignored.contains(event.getPayloadType());
    }

    @Override
    public void close() {
        closed.accept(this);
        stream.close();
    }
}
