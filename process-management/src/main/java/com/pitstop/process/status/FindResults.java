package com.pitstop.process.status;

import java.util.UUID;

/** What came of this routing slip? */
public record FindResults(UUID trackingNumber) {}
