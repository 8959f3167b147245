package com.pitstop.workshop.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.axonframework.queryhandling.QueryHandler;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

import com.pitstop.workshop.domain.Timeslot;
import com.pitstop.workshop.domain.WorkshopCapacity;
import com.pitstop.workshop.planning.PlannedJob.CustomerOfJob;
import com.pitstop.workshop.planning.PlannedJob.VehicleOfJob;
import com.pitstop.workshop.readmodel.CustomerView;
import com.pitstop.workshop.readmodel.CustomerViewRepository;
import com.pitstop.workshop.readmodel.JobStatus;
import com.pitstop.workshop.readmodel.JobView;
import com.pitstop.workshop.readmodel.JobViewRepository;
import com.pitstop.workshop.readmodel.VehicleView;
import com.pitstop.workshop.readmodel.VehicleViewRepository;

/** Answers what is on the planning board. */
@Component("workshopPlanningQueries")
class PlanningQueries {

    private final JobViewRepository jobs;
    private final CustomerViewRepository customers;
    private final VehicleViewRepository vehicles;
    private final WorkshopCapacity capacity;

    PlanningQueries(
            JobViewRepository jobs,
            CustomerViewRepository customers,
            VehicleViewRepository vehicles,
            WorkshopCapacity capacity) {
        this.jobs = jobs;
        this.customers = customers;
        this.vehicles = vehicles;
        this.capacity = capacity;
    }

    @QueryHandler
    DayPlan handle(FindPlanning query) {
        return DayPlan.of(query.day(), capacity, board(query.day()));
    }

    /** The lane of a job depends on the other jobs of its day. */
    @QueryHandler
    Optional<PlannedJob> handle(FindJob query) {
        return board(query.day()).stream()
                .filter(job -> job.jobId().equals(query.jobId()))
                .findFirst();
    }

    @QueryHandler
    JobPage handle(ListJobsOfVehicle query) {
        return JobPage.of(jobs.findByLicenseNumberOrderByPlannedStartDescJobIdAsc(
                query.licenseNumber(), PageRequest.of(query.page(), query.size())));
    }

    private List<PlannedJob> board(LocalDate day) {
        var ofDay = jobs.findByPlannedOnOrderByPlannedStartAscJobIdAsc(day);
        var lanes = Lanes.assign(ofDay.stream().map(PlanningQueries::entry).toList());
        var owners = customersOf(ofDay);
        var worked = vehiclesOf(ofDay);
        return ofDay.stream()
                .map(job -> PlannedJob.of(
                        job,
                        lanes.getOrDefault(job.jobId(), 1),
                        CustomerOfJob.of(job.customerId(), owners.get(job.customerId())),
                        VehicleOfJob.of(job.licenseNumber(), worked.get(job.licenseNumber()))))
                .toList();
    }

    private Map<UUID, CustomerView> customersOf(List<JobView> ofDay) {
        var ids = ofDay.stream().map(JobView::customerId).collect(Collectors.toSet());
        return customers.findAllById(ids).stream()
                .collect(Collectors.toMap(CustomerView::customerId, Function.identity()));
    }

    private Map<String, VehicleView> vehiclesOf(List<JobView> ofDay) {
        var ids = ofDay.stream().map(JobView::licenseNumber).collect(Collectors.toSet());
        return vehicles.findAllById(ids).stream()
                .collect(Collectors.toMap(VehicleView::licenseNumber, Function.identity()));
    }

    private static Lanes.Entry entry(JobView job) {
        var start = job.actualStart();
        var end = job.actualEnd();
        var time = start == null || end == null
                ? new Timeslot(job.plannedStart(), job.plannedEnd())
                : new Timeslot(start, end);
        return new Lanes.Entry(job.jobId(), time, job.status() == JobStatus.CANCELLED);
    }
}
