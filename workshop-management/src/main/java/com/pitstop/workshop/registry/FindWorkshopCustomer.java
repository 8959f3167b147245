package com.pitstop.workshop.registry;

import java.util.UUID;

/** Asks what the workshop knows of a customer; answered by a {@link WorkshopCustomer} if it knows any. */
public record FindWorkshopCustomer(UUID customerId) {}
