package com.pitstop.process.domain.participant;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Asks a participant again.
 *
 * @param reason for the record
 */
public record ResumeParticipant(@TargetAggregateIdentifier ParticipantId participantId, String reason) {}
