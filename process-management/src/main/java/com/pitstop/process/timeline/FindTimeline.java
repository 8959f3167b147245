package com.pitstop.process.timeline;

import java.time.Instant;
import java.util.UUID;

/** What happened to this routing slip, up to a moment? */
public record FindTimeline(UUID trackingNumber, Instant asOf) {

    /** After all that can have happened. */
    public static final Instant WHOLE = Instant.parse("9999-12-31T00:00:00Z");

    /** A moment that every database knows, as good as any beyond. */
    public static Instant within(Instant asOf) {
        return asOf.isBefore(Instant.EPOCH) ? Instant.EPOCH : asOf.isAfter(WHOLE) ? WHOLE : asOf;
    }
}
