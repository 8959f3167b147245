package com.pitstop.chassis.test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** The clock on the garage's wall, in the hands of a test: it stands still unless somebody moves it. */
public final class GarageClock extends Clock {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    public GarageClock(String local) {
        this(new AtomicReference<>(moment(local)), AMSTERDAM);
    }

    private GarageClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** Of a time in the garage, such as {@code 2026-11-23T09:00}. */
    public static Instant moment(String local) {
        return LocalDateTime.parse(local).atZone(AMSTERDAM).toInstant();
    }

    public void set(String local) {
        now.set(moment(local));
    }

    public void forward(Duration duration) {
        now.updateAndGet(moment -> moment.plus(duration));
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId elsewhere) {
        return new GarageClock(now, elsewhere);
    }

    @Override
    public Instant instant() {
        return now.get();
    }
}
