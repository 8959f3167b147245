package com.pitstop.process.status;

import java.util.UUID;

/** How do things stand with this routing slip? */
public record FindStatus(UUID trackingNumber) {}
