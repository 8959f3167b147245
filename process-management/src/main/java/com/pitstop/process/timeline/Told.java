package com.pitstop.process.timeline;

import java.util.UUID;

/** An event that belongs to a routing slip, as it is told. */
public record Told(UUID trackingNumber, String step, String sentence) {}
