package com.pitstop.workshop.planning;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;

import com.pitstop.workshop.readmodel.JobStatus;
import com.pitstop.workshop.readmodel.JobView;

/** A page of a vehicle's history. */
public record JobPage(List<JobOfVehicle> items, int page, int size, long totalItems, int totalPages) {

    /** A job in the history of its vehicle; the customer is who owned the vehicle when the job was planned. */
    public record JobOfVehicle(
            LocalDate day,
            UUID jobId,
            JobStatus status,
            LocalDateTime start,
            LocalDateTime end,
            @Nullable LocalDateTime actualStart,
            @Nullable LocalDateTime actualEnd,
            String description,
            UUID customerId,
            @Nullable String notes,
            @Nullable String cancellationReason) {

        static JobOfVehicle of(JobView job) {
            return new JobOfVehicle(
                    job.plannedOn(),
                    job.jobId(),
                    job.status(),
                    job.plannedStart(),
                    job.plannedEnd(),
                    job.actualStart(),
                    job.actualEnd(),
                    job.description(),
                    job.customerId(),
                    job.notes(),
                    job.cancellationReason());
        }
    }

    static JobPage of(Page<JobView> jobs) {
        return new JobPage(
                jobs.map(JobOfVehicle::of).getContent(),
                jobs.getNumber(),
                jobs.getSize(),
                jobs.getTotalElements(),
                jobs.getTotalPages());
    }
}
