package com.pitstop.shared.workshop;

import java.time.LocalDate;

import org.axonframework.serialization.Revision;

/** The first job of a day is about to be planned. */
@Revision("1")
public record WorkshopPlanningCreated(LocalDate day) {}
