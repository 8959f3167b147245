package com.pitstop.process.slips;

import java.io.Serializable;
import java.util.UUID;

/** Which incident of which slip. */
record IncidentKey(UUID trackingNumber, String incidentId) implements Serializable {}
