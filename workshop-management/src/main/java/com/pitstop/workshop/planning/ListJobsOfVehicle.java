package com.pitstop.workshop.planning;

/** Asks what was and will be done to a vehicle, newest first; answered by a {@link JobPage}. */
public record ListJobsOfVehicle(String licenseNumber, int page, int size) {}
