package com.pitstop.workshop.activities;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.messaging.PastEvents;
import com.pitstop.chassis.messaging.Refused;
import com.pitstop.chassis.steps.Activity;
import com.pitstop.chassis.steps.Reply;
import com.pitstop.chassis.steps.Step;
import com.pitstop.chassis.steps.StepCommands;
import com.pitstop.shared.OneLine;
import com.pitstop.shared.RuleViolatedException;
import com.pitstop.shared.customer.CustomerId;
import com.pitstop.shared.vehicle.LicenseNumber;
import com.pitstop.shared.workshop.MaintenanceJobCancelled;
import com.pitstop.workshop.domain.CancelMaintenanceJob;
import com.pitstop.workshop.domain.PlanMaintenanceJob;
import com.pitstop.workshop.domain.Timeslot;
import com.pitstop.workshop.domain.WorkshopPlanningId;
import com.pitstop.workshop.planning.KnownVehicles;
import com.pitstop.workshop.planning.Offers;

/**
 * {@code plan-job}: finds a place in the workshop from {@code start} to {@code end}, and answers with the {@code day} and the
 * {@code jobId}, which may be given: parts can be kept for a job before it is planned. When that slot is not to be had, the
 * refusal offers the next three that are.
 */
@Component
class PlanningJob implements Activity {

    private static final Set<String> RULES_OF_SLOTS =
            Set.of("not-in-the-past", "within-opening-hours", "one-job-per-vehicle", "workstation-available");
    private static final int DESCRIPTION_LIMIT = 500;
    private static final int REASON_LIMIT = 200;

    private final StepCommands commands;
    private final KnownVehicles knownVehicles;
    private final Offers offers;
    private final EventStore eventStore;

    PlanningJob(StepCommands commands, KnownVehicles knownVehicles, Offers offers, EventStore eventStore) {
        this.commands = commands;
        this.knownVehicles = knownVehicles;
        this.offers = offers;
        this.eventStore = eventStore;
    }

    @Override
    public String name() {
        return "plan-job";
    }

    @Override
    public Reply perform(Step step) {
        if (commands.isDone(step)) {
            return planned(step);
        }
        var command = planning(step);
        requireOwner(command);
        try {
            commands.perform(step, command);
            return planned(step);
        } catch (CommandExecutionException failure) {
            return Refused.from(failure)
                    .filter(refused -> RULES_OF_SLOTS.contains(refused.rule()))
                    .map(refused -> offering(refused, command))
                    .orElseThrow(() -> failure);
        }
    }

    @Override
    public Reply undo(Step step) {
        var cancelling = new CancelMaintenanceJob(planningId(step), jobId(step), step.reasonWithin(REASON_LIMIT));
        try {
            return commands.undo(step, cancelling);
        } catch (CommandExecutionException failure) {
            if (isCancelled(cancelling)) {
                return Reply.undone(true);
            }
            throw failure;
        }
    }

    @Override
    public Reply outcome(Step step) {
        return commands.isDone(step) ? planned(step) : Reply.notDone();
    }

    private static PlanMaintenanceJob planning(Step step) {
        var timeslot = new Timeslot(step.dateTime("start"), step.dateTime("end"));
        var description = step.text("description");
        OneLine.require("A job's description", description, DESCRIPTION_LIMIT);
        return new PlanMaintenanceJob(
                planningId(step),
                jobId(step),
                timeslot,
                new CustomerId(step.uuid("customerId")),
                new LicenseNumber(step.text("licenseNumber")),
                description);
    }

    private void requireOwner(PlanMaintenanceJob command) {
        var vehicle = command.licenseNumber();
        if (!knownVehicles.requireOwnerByEventsOf(vehicle).equals(command.customerId())) {
            throw new RuleViolatedException("vehicle-of-customer", "Vehicle %s is another's".formatted(vehicle));
        }
    }

    private Reply offering(Refused refused, PlanMaintenanceJob command) {
        var slots = offers.insteadOf(command.timeslot(), command.licenseNumber()).stream()
                .map(slot -> Map.of(
                        "start", slot.start().toString(), "end", slot.end().toString()))
                .toList();
        return Reply.refused(refused.rule(), refused.sentence(), Map.of("offers", List.copyOf(slots)));
    }

    /** Somebody may have cancelled it before, for a reason of their own. */
    private boolean isCancelled(CancelMaintenanceJob command) {
        return PastEvents.of(eventStore, command.planningId())
                .anyMatch(event -> event instanceof MaintenanceJobCancelled cancelled
                        && cancelled.jobId().equals(command.jobId()));
    }

    private static Reply planned(Step step) {
        return Reply.completed(Map.of(
                "day", planningId(step).day().toString(), "jobId", jobId(step).toString()));
    }

    private static UUID jobId(Step step) {
        return step.optionalText("jobId").isPresent() ? step.uuid("jobId") : step.id();
    }

    private static WorkshopPlanningId planningId(Step step) {
        return new WorkshopPlanningId(step.dateTime("start").toLocalDate());
    }
}
