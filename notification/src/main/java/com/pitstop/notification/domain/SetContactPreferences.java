package com.pitstop.notification.domain;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Says how a customer wants to hear from the garage from now on. */
public record SetContactPreferences(
        @TargetAggregateIdentifier ContactPreferencesId preferencesId, Wishes wishes) {}
