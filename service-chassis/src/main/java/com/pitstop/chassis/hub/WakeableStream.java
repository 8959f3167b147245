package com.pitstop.chassis.hub;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;

/** A stream whose reader can be told that there is something to read. */
class WakeableStream implements TrackingEventStream {

    private final TrackingEventStream stream;
    private final Consumer<WakeableStream> closed;
    private volatile Runnable wake = () -> {};

    WakeableStream(TrackingEventStream stream, Consumer<WakeableStream> closed) {
        this.stream = stream;
        this.closed = closed;
    }

    void wake() {
        wake.run();
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
        return stream.nextAvailable();
    }

    @Override
    public void close() {
        closed.accept(this);
        stream.close();
    }
}
