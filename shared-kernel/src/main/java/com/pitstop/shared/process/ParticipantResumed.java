package com.pitstop.shared.process;

import org.axonframework.serialization.Revision;

/**
 * A participant is asked again.
 *
 * @param reason for the record
 */
@Revision("1")
public record ParticipantResumed(String participant, String reason) {}
