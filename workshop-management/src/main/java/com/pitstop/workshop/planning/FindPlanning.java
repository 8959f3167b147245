package com.pitstop.workshop.planning;

import java.time.LocalDate;

/** Asks what is planned on a day; answered by a {@link DayPlan} also for a day without jobs. */
public record FindPlanning(LocalDate day) {}
