package com.pitstop.shared.customer;

import java.util.UUID;

import org.axonframework.serialization.Revision;

/** A customer left the garage. The reason is empty when none was given. */
@Revision("1")
public record CustomerDeactivated(UUID customerId, String reason) {}
