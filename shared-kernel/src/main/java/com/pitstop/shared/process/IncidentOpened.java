package com.pitstop.shared.process;

import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * Something has to be seen to by a person.
 *
 * @param incidentId unique on the slip
 * @param kind {@code undo-failed} or {@code step-failed}
 */
@Revision("1")
public record IncidentOpened(UUID trackingNumber, String incidentId, String step, String kind, String message) {}
