package com.pitstop.parts.domain;

import java.util.UUID;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Puts pieces on the shelf. */
public record ReceiveStock(@TargetAggregateIdentifier PartId partId, UUID receiptId, Quantity quantity) {}
