package com.pitstop.shared.process;

import org.axonframework.serialization.Revision;

/**
 * A participant is asked for nothing until further notice, whatever the slip.
 *
 * @param reason for the record
 */
@Revision("1")
public record ParticipantPaused(String participant, String reason) {}
