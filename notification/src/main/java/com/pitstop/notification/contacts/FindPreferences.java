package com.pitstop.notification.contacts;

import java.util.UUID;

/** How does this customer hear from the garage? Answered by {@link Preferences} if the customer is known. */
public record FindPreferences(UUID customerId) {}
