package com.pitstop.workshop.planning;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import org.springframework.stereotype.Component;

import com.pitstop.shared.vehicle.LicenseNumber;
import com.pitstop.workshop.domain.FreeSlots;
import com.pitstop.workshop.domain.FreeSlots.Taken;
import com.pitstop.workshop.domain.Timeslot;
import com.pitstop.workshop.domain.WorkshopCapacity;
import com.pitstop.workshop.readmodel.JobStatus;
import com.pitstop.workshop.readmodel.JobView;
import com.pitstop.workshop.readmodel.JobViewRepository;

/** What the workshop offers instead of a slot that is not to be had, by what the planning board shows. */
@Component
public class Offers {

    private static final int MOST = 3;

    private final FreeSlots freeSlots;
    private final JobViewRepository jobs;

    Offers(WorkshopCapacity capacity, JobViewRepository jobs) {
        this.freeSlots = new FreeSlots(capacity, this::taken);
        this.jobs = jobs;
    }

    public List<Timeslot> insteadOf(Timeslot wanted, LicenseNumber vehicle) {
        return freeSlots.next(MOST, wanted, vehicle.value());
    }

    private Collection<Taken> taken(LocalDate day) {
        return jobs.findByPlannedOnOrderByPlannedStartAscJobIdAsc(day).stream()
                .filter(job -> job.status() != JobStatus.CANCELLED)
                .map(Offers::taken)
                .toList();
    }

    private static Taken taken(JobView job) {
        var start = job.actualStart();
        var end = job.actualEnd();
        var time = start == null || end == null
                ? new Timeslot(job.plannedStart(), job.plannedEnd())
                : new Timeslot(start, end);
        return new Taken(job.licenseNumber(), time);
    }
}
