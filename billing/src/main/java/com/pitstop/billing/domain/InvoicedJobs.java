package com.pitstop.billing.domain;

import java.util.UUID;

/** The jobs that have their invoice. */
@FunctionalInterface
public interface InvoicedJobs {

    boolean contain(UUID jobId);

    /** The stream that a job has once it is invoiced. */
    static String stream(UUID jobId) {
        return "job-invoice:" + jobId;
    }
}
