package com.pitstop.process.domain.participant;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Asks a participant for nothing until further notice, whatever the slip. What it has been asked for goes on.
 *
 * @param reason for the record
 */
public record PauseParticipant(@TargetAggregateIdentifier ParticipantId participantId, String reason) {}
