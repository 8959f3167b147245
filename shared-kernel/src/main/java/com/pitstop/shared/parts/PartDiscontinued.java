package com.pitstop.shared.parts;

import org.axonframework.serialization.Revision;

/** The part is not ordered any more. What is in stock can still be used. */
@Revision("1")
public record PartDiscontinued(String sku) {}
