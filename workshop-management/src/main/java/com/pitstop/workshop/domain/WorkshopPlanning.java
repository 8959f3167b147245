package com.pitstop.workshop.domain;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import com.pitstop.shared.workshop.MaintenanceJobCancelled;
import com.pitstop.shared.workshop.MaintenanceJobFinished;
import com.pitstop.shared.workshop.MaintenanceJobPlanned;
import com.pitstop.shared.workshop.MaintenanceJobRescheduled;
import com.pitstop.shared.workshop.WorkshopPlanningCreated;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/**
 * What happens in the workshop on one day. Planning the first job of a day opens its planning. A day nobody planned
 * answers by the same rules as any other, which is why no command insists on finding one.
 */
@Aggregate(snapshotTriggerDefinition = "snapshotTrigger", cache = "aggregateCache")
@Revision("2")
class WorkshopPlanning {

    @AggregateIdentifier
    private @Nullable WorkshopPlanningId id;

    private DaySchedule schedule = DaySchedule.EMPTY;

    WorkshopPlanning() {} // Axon starts from here, then replays the events

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(PlanMaintenanceJob command, WorkshopCapacity capacity) {
        var vehicle = command.licenseNumber().value();
        if (schedule.knows(command.jobId())) {
            schedule.requireSameVehicle(command.jobId(), vehicle);
            return; // a job's id stands for one request, and this one was accepted before
        }
        capacity.requireNotInThePast(command.planningId().day());
        capacity.requireOpenDuring(command.timeslot());
        schedule.requireFreeVehicle(vehicle, command.timeslot());
        schedule.requireFreeWorkstation(command.timeslot(), capacity.workstations());
        applyPlanned(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(RescheduleMaintenanceJob command, WorkshopCapacity capacity) {
        var job = schedule.requirePlanned(command.jobId());
        job.requireOpen();
        if (job.planned().equals(command.timeslot())) {
            return;
        }
        capacity.requireNotInThePast(command.planningId().day());
        capacity.requireOpenDuring(command.timeslot());
        var others = schedule.without(command.jobId());
        others.requireFreeVehicle(job.licenseNumber(), command.timeslot());
        others.requireFreeWorkstation(command.timeslot(), capacity.workstations());
        applyRescheduled(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(CancelMaintenanceJob command) {
        var job = schedule.requirePlanned(command.jobId());
        if (job.isCancelledFor(command.reason())) {
            return;
        }
        job.requireOpen();
        apply(new MaintenanceJobCancelled(command.planningId().day(), command.jobId(), command.reason()));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(FinishMaintenanceJob command) {
        var job = schedule.requirePlanned(command.jobId());
        if (job.isFinishedWith(command.timeslot(), command.notes(), command.parts())) {
            return;
        }
        job.requireOpen();
        var worked = command.timeslot();
        apply(new MaintenanceJobFinished(
                command.planningId().day(),
                command.jobId(),
                worked.start(),
                worked.end(),
                command.notes(),
                command.parts().parts()));
    }

    private void applyPlanned(PlanMaintenanceJob command) {
        var day = command.planningId().day();
        if (id == null) {
            apply(new WorkshopPlanningCreated(day));
        }
        apply(new MaintenanceJobPlanned(
                day,
                command.jobId(),
                command.timeslot().start(),
                command.timeslot().end(),
                command.customerId().value(),
                command.licenseNumber().value(),
                command.description()));
    }

    private static void applyRescheduled(RescheduleMaintenanceJob command) {
        var timeslot = command.timeslot();
        apply(new MaintenanceJobRescheduled(
                command.planningId().day(), command.jobId(), timeslot.start(), timeslot.end()));
    }

    @EventSourcingHandler
    void on(WorkshopPlanningCreated event) {
        id = new WorkshopPlanningId(event.day());
    }

    @EventSourcingHandler
    void on(MaintenanceJobPlanned event) {
        schedule = schedule.plan(
                event.jobId(), Job.planned(event.licenseNumber(), new Timeslot(event.start(), event.end())));
    }

    @EventSourcingHandler
    void on(MaintenanceJobRescheduled event) {
        schedule = schedule.change(event.jobId(), job -> job.rescheduled(new Timeslot(event.start(), event.end())));
    }

    @EventSourcingHandler
    void on(MaintenanceJobCancelled event) {
        schedule = schedule.change(event.jobId(), job -> job.cancelled(event.reason()));
    }

    @EventSourcingHandler
    void on(MaintenanceJobFinished event) {
        schedule = schedule.change(
                event.jobId(),
                job -> job.finished(new Timeslot(event.start(), event.end()), event.notes(), event.parts()));
    }
}
