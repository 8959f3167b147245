package com.pitstop.process.timeline;

import java.util.UUID;

/** An event of a routing slip, as it is told. */
record Told(UUID trackingNumber, String step, String sentence) {}
