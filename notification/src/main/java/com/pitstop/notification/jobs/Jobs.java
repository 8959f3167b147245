package com.pitstop.notification.jobs;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Component;

/** The jobs as notification knows them. */
@Component
public class Jobs {

    private final JobViewRepository jobs;

    Jobs(JobViewRepository jobs) {
        this.jobs = jobs;
    }

    public Job require(UUID jobId) {
        return jobs.findById(jobId)
                .orElseThrow(() -> new IllegalStateException("Notification knows no job %s".formatted(jobId)))
                .asJob();
    }

    /** Those that are to be done from the first to the last of some days. */
    public List<Job> planned(LocalDate first, LocalDate last) {
        return jobs.findByStatusAndPlannedOnBetweenOrderByStartsAt(JobStatus.PLANNED, first, last).stream()
                .map(JobView::asJob)
                .toList();
    }
}
