package com.pitstop.workshop.planning;

import java.time.LocalDate;
import java.util.UUID;

/** Asks for one job of a day; answered by a {@link PlannedJob} if there is one. */
public record FindJob(LocalDate day, UUID jobId) {}
