package com.pitstop.notification.domain;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Takes a customer's wishes back: they hear from the garage as everybody does who said nothing. */
public record ResetContactPreferences(
        @TargetAggregateIdentifier ContactPreferencesId preferencesId) {}
