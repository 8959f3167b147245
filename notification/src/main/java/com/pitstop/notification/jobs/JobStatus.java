package com.pitstop.notification.jobs;

enum JobStatus {
    PLANNED,
    FINISHED,
    CANCELLED
}
