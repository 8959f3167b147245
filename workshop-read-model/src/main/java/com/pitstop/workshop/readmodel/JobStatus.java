package com.pitstop.workshop.readmodel;

/** How far a maintenance job is. */
public enum JobStatus {
    PLANNED,
    FINISHED,
    CANCELLED
}
