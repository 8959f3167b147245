package com.pitstop.shared.notification;

import java.time.LocalDate;

import org.axonframework.serialization.Revision;

/** A calendar day ended where the garage is. Every day is told once, also one on which nothing ran. */
@Revision("1")
public record DayHasPassed(LocalDate day) {}
