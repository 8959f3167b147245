package com.pitstop.parts.domain;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Asks that a part is not ordered any more. What is in stock can still be used. */
public record DiscontinuePart(@TargetAggregateIdentifier PartId partId) {}
