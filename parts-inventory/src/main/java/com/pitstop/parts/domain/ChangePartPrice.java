package com.pitstop.parts.domain;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Asks that a part costs something else from now on. */
public record ChangePartPrice(@TargetAggregateIdentifier PartId partId, Price price) {}
