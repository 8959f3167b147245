package com.pitstop.process.timeline;

import java.time.Instant;
import java.util.UUID;

/** What happened to this routing slip, up to a moment? */
public record FindTimeline(UUID trackingNumber, Instant asOf) {}
