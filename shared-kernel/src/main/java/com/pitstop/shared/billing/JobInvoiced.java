package com.pitstop.shared.billing;

import java.util.UUID;

import org.axonframework.serialization.Revision;

/** The job has its invoice. The first and only event of the stream named after the job, so no job has two. */
@Revision("1")
public record JobInvoiced(UUID jobId, String number) {}
