package com.pitstop.workshop.planning;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.pitstop.shared.workshop.UsedPart;
import com.pitstop.workshop.readmodel.CustomerView;
import com.pitstop.workshop.readmodel.JobStatus;
import com.pitstop.workshop.readmodel.JobView;
import com.pitstop.workshop.readmodel.VehicleView;

/**
 * A job on the planning board.
 *
 * @param lane counted from 1; jobs in a lane never overlap
 * @param start when it is planned to start
 * @param actualStart when it really started, null until it is finished
 * @param parts that went into the vehicle, none until it is finished
 */
public record PlannedJob(
        LocalDate day,
        UUID jobId,
        int lane,
        JobStatus status,
        LocalDateTime start,
        LocalDateTime end,
        @Nullable LocalDateTime actualStart,
        @Nullable LocalDateTime actualEnd,
        String description,
        CustomerOfJob customer,
        VehicleOfJob vehicle,
        @Nullable String notes,
        List<UsedPart> parts,
        @Nullable String cancellationReason) {

    /** Whom to call about the job. What the workshop has not heard of yet is null. */
    public record CustomerOfJob(
            UUID customerId,
            @Nullable String name,
            @Nullable String telephoneNumber) {

        static CustomerOfJob of(UUID customerId, @Nullable CustomerView known) {
            return known == null
                    ? new CustomerOfJob(customerId, null, null)
                    : new CustomerOfJob(customerId, known.name(), known.telephoneNumber());
        }
    }

    /** What to work on. What the workshop has not heard of yet is null. */
    public record VehicleOfJob(
            String licenseNumber,
            @Nullable String brand,
            @Nullable String type) {

        static VehicleOfJob of(String licenseNumber, @Nullable VehicleView known) {
            return known == null
                    ? new VehicleOfJob(licenseNumber, null, null)
                    : new VehicleOfJob(licenseNumber, known.brand(), known.type());
        }
    }

    static PlannedJob of(JobView job, int lane, CustomerOfJob customer, VehicleOfJob vehicle) {
        return new PlannedJob(
                job.plannedOn(),
                job.jobId(),
                lane,
                job.status(),
                job.plannedStart(),
                job.plannedEnd(),
                job.actualStart(),
                job.actualEnd(),
                job.description(),
                customer,
                vehicle,
                job.notes(),
                job.parts(),
                job.cancellationReason());
    }
}
