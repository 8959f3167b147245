package com.pitstop.notification.domain;

import java.time.LocalDate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Has every day recorded that passed before today and is not. */
public record RecordPassedDays(@TargetAggregateIdentifier GarageCalendar calendar, LocalDate today) {}
