package com.pitstop.workshop.activities;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

import com.pitstop.chassis.test.GarageClock;
import com.pitstop.chassis.test.PaperSlip;
import com.pitstop.chassis.test.PaperSlip.PaperStep;
import com.pitstop.chassis.test.TestDatabases;
import com.pitstop.shared.customer.CustomerId;
import com.pitstop.shared.process.StepAnswered;
import com.pitstop.shared.vehicle.LicenseNumber;
import com.pitstop.shared.vehicle.VehicleRegistered;
import com.pitstop.shared.workshop.MaintenanceJobCancelled;
import com.pitstop.shared.workshop.MaintenanceJobPlanned;
import com.pitstop.shared.workshop.WorkshopPlanningCreated;
import com.pitstop.workshop.WorkshopManagement;
import com.pitstop.workshop.domain.CancelMaintenanceJob;
import com.pitstop.workshop.domain.FinishMaintenanceJob;
import com.pitstop.workshop.domain.PlanMaintenanceJob;
import com.pitstop.workshop.domain.Timeslot;
import com.pitstop.workshop.domain.UsedParts;
import com.pitstop.workshop.domain.WorkshopPlanningId;

import static org.assertj.core.api.Assertions.assertThat;

/** What the workshop does for routing slips, and what it answers. */
class ActivitiesTest {

    /** Weeks after one another, a Monday each. */
    private static final AtomicInteger WEEKS = new AtomicInteger();

    private static ConfigurableApplicationContext service;
    private static EventStore events;
    private static CommandGateway commands;

    private final PaperSlip slip = new PaperSlip(events, "workshop");
    private final UUID anna = UUID.randomUUID();
    private final String vehicle = "KN-%d-WS".formatted(100 + WEEKS.get());
    private final LocalDate day = LocalDate.of(2026, 11, 23).plusWeeks(WEEKS.getAndIncrement());
    private final WorkshopPlanningId planning = new WorkshopPlanningId(day);

    /** Not annotated, or the services of other tests would find it, too. */
    static class Clocks {

        @Bean
        @Primary
        Clock clockThatStands() {
            return new GarageClock("2026-11-20T12:00");
        }
    }

    @BeforeAll
    static void start() {
        service = new SpringApplicationBuilder(WorkshopManagement.class, Clocks.class)
                .properties(Map.of("spring.application.name", "workshop-management"))
                .run(TestDatabases.arguments(TestDatabases.h2(), "--pitstop.workshop.workstations=1"));
        events = service.getBean(EventStore.class);
        commands = service.getBean(CommandGateway.class);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void annaHasACar() {
        events.publish(new GenericDomainEventMessage<>(
                "Vehicle", "vehicle:" + vehicle, 0, new VehicleRegistered(vehicle, "Volvo", "V60", anna)));
    }

    @Test
    void plansAJobOnceHoweverOftenItIsAskedTo() {
        var step = plan(9, 11);

        var answer = step.performed();

        assertThat(answer.outcome()).isEqualTo("COMPLETED");
        assertThat(answer.data()).containsEntry("day", day.toString());
        assertThat(step.performed().data()).isEqualTo(answer.data());
        assertThat(happenedTo(planning))
                .containsExactly(
                        new WorkshopPlanningCreated(day),
                        new MaintenanceJobPlanned(
                                day, jobId(answer), at(9), at(11), anna, vehicle, "Noise at the front"));
    }

    @Test
    void offersTheNextFreeSlotsWhenTheWantedOneIsTaken() {
        commands.sendAndWait(new PlanMaintenanceJob(
                planning,
                UUID.randomUUID(),
                new Timeslot(at(8), at(18)),
                new CustomerId(UUID.randomUUID()),
                new LicenseNumber("12-ABC-3"),
                "All day"));

        var answer = plan(9, 11).performed();

        assertRefused(answer, "workstation-available");
        // The board of this test has no jobs: nobody fills it here.
        assertThat(answer.data()).containsEntry("offers", List.of(offer(8, 10), offer(10, 12), offer(12, 14)));
    }

    @Test
    void offersASlotAlsoWhenTheGarageIsClosedThen() {
        var answer = plan(6, 8).performed();

        assertRefused(answer, "within-opening-hours");
        assertThat((List<?>) answer.data().get("offers")).hasSize(3);
        assertThat(happenedTo(planning)).isEmpty();
    }

    @Test
    void takesAnotherSlotAfterTheFirstWasRefused() {
        plan(6, 8).performed();

        assertThat(plan(8, 10).performed().outcome()).isEqualTo("COMPLETED");
    }

    @Test
    void refusesAVehicleThatNobodyRegistered() {
        var answer = slip.step("plan-job", arguments(9, 11, "licenseNumber", "99-ZZZ-9"))
                .performed();

        assertRefused(answer, "known-vehicle");
        assertThat(answer.data()).isEmpty();
    }

    @Test
    void refusesTheVehicleOfSomebodyElse() {
        var answer = slip.step(
                        "plan-job",
                        arguments(9, 11, "customerId", UUID.randomUUID().toString()))
                .performed();

        assertRefused(answer, "vehicle-of-customer");
    }

    @Test
    void refusesAJobThatEndsBeforeItStarts() {
        assertRefused(plan(11, 9).performed(), "within-one-day");
    }

    @Test
    void refusesADescriptionThatIsTooLong() {
        assertRefused(
                slip.step("plan-job", arguments(9, 11, "description", "x".repeat(501)))
                        .performed(),
                "text-limit");
    }

    @Test
    void cancelsAJobThatIsUndone() {
        var step = plan(9, 11);
        var answer = step.performed();

        assertThat(step.undone(answer.data()).data()).containsEntry("found", true);

        assertThat(happenedTo(planning))
                .endsWith(new MaintenanceJobCancelled(day, jobId(answer), "The card was declined"));
        assertThat(step.undone(answer.data()).data()).containsEntry("found", true);
        assertThat(happenedTo(planning)).hasSize(3);
    }

    @Test
    void plansAndCancelsAJobWhoseIdWasChosenBefore() {
        var job = UUID.randomUUID();
        var step = slip.step("plan-job", arguments(9, 11, "jobId", job.toString()));

        var answer = step.performed();

        assertThat(jobId(answer)).isEqualTo(job);
        assertThat(step.outcome().data()).isEqualTo(answer.data());
        assertThat(step.undone(answer.data()).data()).containsEntry("found", true);
        assertThat(happenedTo(planning)).endsWith(new MaintenanceJobCancelled(day, job, "The card was declined"));
    }

    @Test
    void refusesAJobIdThatIsNone() {
        assertRefused(slip.step("plan-job", arguments(9, 11, "jobId", "mine")).performed(), "step-argument");
    }

    @Test
    void isContentWithAJobThatSomebodyCancelledBefore() {
        var step = plan(9, 11);
        var answer = step.performed();
        commands.sendAndWait(new CancelMaintenanceJob(planning, jobId(answer), "Ill"));

        assertThat(step.undone(answer.data()).data()).containsEntry("found", true);
        assertThat(happenedTo(planning)).hasSize(3);
    }

    @Test
    void cannotUndoAJobThatIsFinished() {
        var step = plan(9, 11);
        var answer = step.performed();
        commands.sendAndWait(new FinishMaintenanceJob(
                planning, jobId(answer), new Timeslot(at(9), at(10)), "Done", new UsedParts(List.of())));

        assertRefused(step.undone(answer.data()), "job-open");
    }

    @Test
    void hasNothingToUndoWhenNothingWasPlanned() {
        assertThat(plan(9, 11).undone(Map.of()).data()).containsEntry("found", false);
    }

    @Test
    void saysWhetherAJobWasPlanned() {
        var step = plan(9, 11);
        assertThat(step.outcome().outcome()).isEqualTo("NOT_DONE");

        var answer = step.performed();

        assertThat(step.outcome().data()).isEqualTo(answer.data());
    }

    private PaperStep plan(int from, int to) {
        return slip.step("plan-job", arguments(from, to, "description", "Noise at the front"));
    }

    private Map<String, Object> arguments(int from, int to, String argument, String value) {
        var arguments = new HashMap<String, Object>(Map.of(
                "licenseNumber", vehicle,
                "customerId", anna.toString(),
                "start", at(from).toString(),
                "end", at(to).toString(),
                "description", "Noise at the front"));
        arguments.put(argument, value);
        return arguments;
    }

    private Map<String, Object> offer(int from, int to) {
        return Map.of("start", at(from).toString(), "end", at(to).toString());
    }

    private LocalDateTime at(int hour) {
        return day.atTime(hour, 0);
    }

    private static UUID jobId(StepAnswered answer) {
        return UUID.fromString((String) answer.data().get("jobId"));
    }

    private static void assertRefused(StepAnswered answer, String rule) {
        assertThat(answer.outcome()).isEqualTo("REFUSED");
        assertThat(answer.rule()).isEqualTo(rule);
        assertThat(answer.message()).isNotBlank();
    }

    private static List<Object> happenedTo(Object stream) {
        return events.readEvents(stream.toString(), 0)
                .asStream()
                .<Object>map(EventMessage::getPayload)
                .toList();
    }
}
