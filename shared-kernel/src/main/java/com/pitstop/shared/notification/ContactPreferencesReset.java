package com.pitstop.shared.notification;

import java.util.UUID;

import org.axonframework.serialization.Revision;

/** A customer has no wishes of their own any more about how they hear from the garage. */
@Revision("1")
public record ContactPreferencesReset(UUID customerId) {}
