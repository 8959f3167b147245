package com.pitstop.shared.process;

import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * An incident is over.
 *
 * @param resolution {@code retried}, {@code skipped}, {@code completed} or {@code resolved}
 * @param reason for the record
 */
@Revision("1")
public record IncidentResolved(UUID trackingNumber, String incidentId, String resolution, String reason) {}
