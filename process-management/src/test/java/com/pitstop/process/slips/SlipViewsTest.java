package com.pitstop.process.slips;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.ReplayStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.pitstop.chassis.messaging.MessageContext;
import com.pitstop.chassis.test.TestDatabases;
import com.pitstop.process.ProcessManagement;
import com.pitstop.process.definition.InvalidDefinitionsException;
import com.pitstop.process.domain.Participants;
import com.pitstop.process.domain.RoutingSlipId;
import com.pitstop.process.domain.StartRoutingSlip;
import com.pitstop.process.domain.participant.ParticipantId;
import com.pitstop.process.domain.participant.PauseParticipant;
import com.pitstop.process.domain.participant.ResumeParticipant;
import com.pitstop.process.participants.BreakerState;
import com.pitstop.process.participants.ListParticipants;
import com.pitstop.process.participants.Participant;
import com.pitstop.process.participants.ParticipantList;
import com.pitstop.process.status.CompensationPreview;
import com.pitstop.process.status.FindCompensationPreview;
import com.pitstop.process.status.FindResults;
import com.pitstop.process.status.FindStatus;
import com.pitstop.process.status.Health;
import com.pitstop.process.status.ProcessResults;
import com.pitstop.process.status.ProcessStatus;
import com.pitstop.process.status.StepStatus;
import com.pitstop.process.stock.AvailableParts;
import com.pitstop.process.stock.PartsMissingException;
import com.pitstop.process.stock.Shortage;
import com.pitstop.process.stock.WantedPart;
import com.pitstop.process.timeline.FindTimeline;
import com.pitstop.process.timeline.Moment;
import com.pitstop.process.timeline.Timeline;
import com.pitstop.shared.billing.PaymentAuthorizationRequested;
import com.pitstop.shared.billing.PaymentAuthorized;
import com.pitstop.shared.parts.PartRegistered;
import com.pitstop.shared.parts.PartsConsumed;
import com.pitstop.shared.parts.PartsReleased;
import com.pitstop.shared.parts.PartsReserved;
import com.pitstop.shared.parts.ReservationExpired;
import com.pitstop.shared.parts.StockAdjusted;
import com.pitstop.shared.parts.StockReceived;
import com.pitstop.shared.process.CompensationFailed;
import com.pitstop.shared.process.CompensationStarted;
import com.pitstop.shared.process.IncidentOpened;
import com.pitstop.shared.process.IncidentResolved;
import com.pitstop.shared.process.ItineraryRevised;
import com.pitstop.shared.process.ParticipantPaused;
import com.pitstop.shared.process.RoutingSlipCompensated;
import com.pitstop.shared.process.RoutingSlipCompleted;
import com.pitstop.shared.process.RoutingSlipPaused;
import com.pitstop.shared.process.RoutingSlipResolved;
import com.pitstop.shared.process.RoutingSlipResumed;
import com.pitstop.shared.process.RoutingSlipStarted;
import com.pitstop.shared.process.RoutingSlipTerminated;
import com.pitstop.shared.process.SignalAwaited;
import com.pitstop.shared.process.SignalReceived;
import com.pitstop.shared.process.SlipStep;
import com.pitstop.shared.process.StepAnswered;
import com.pitstop.shared.process.StepCompleted;
import com.pitstop.shared.process.StepFailed;
import com.pitstop.shared.process.StepRequested;
import com.pitstop.shared.process.StepRetryScheduled;
import com.pitstop.shared.process.StepSkipped;
import com.pitstop.shared.process.StepTimedOut;
import com.pitstop.shared.process.StepUndoFailed;
import com.pitstop.shared.process.StepUndoRequested;
import com.pitstop.shared.process.StepUndone;
import com.pitstop.shared.process.TimerCancelled;
import com.pitstop.shared.process.TimerSet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

/** The views of routing slips on the real migrations, as events fill them and queries read them. */
@ParameterizedClass(name = "on {0}")
@EnumSource
class SlipViewsTest {

    enum Database {
        H2,
        POSTGRESQL;

        Map<String, Object> settings() {
            return this == H2 ? TestDatabases.h2() : TestDatabases.postgres();
        }
    }

    private static final Instant LATER = Instant.parse("2099-11-30T09:00:00.123456Z");

    private static ConfigurableApplicationContext service;

    @Parameter
    Database database;

    private final UUID slip = UUID.randomUUID();
    private final String customer = UUID.randomUUID().toString();
    private long number;

    @BeforeParameterizedClassInvocation
    static void start(Database database) {
        service = new SpringApplicationBuilder(ProcessManagement.class)
                .properties(Map.of("spring.application.name", "process-management"))
                .run(TestDatabases.arguments(database.settings()));
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        service.close();
    }

    @Test
    void showASlipThatGoesWell() {
        happened(started(step("reserve", 1), step("plan", 2), step("close", 3)));
        happened(requested("reserve", 1));
        happened(completed("reserve", Map.of("reservationId", "R1")));
        happened(requested("plan", 1));

        var status = awaitStatus(SlipState.RUNNING);
        assertThat(states(status))
                .containsExactly(
                        tuple("reserve", StepState.COMPLETED, 1),
                        tuple("plan", StepState.RUNNING, 1),
                        tuple("close", StepState.PENDING, 0));
        assertThat(status.next()).containsExactly("close");
        assertThat(status.health()).isEqualTo(Health.HEALTHY);
        assertThat(status.customerId()).isEqualTo(customer);
        assertThat(status.licenseNumber()).isEqualTo("KN-16-RS");

        happened(completed("plan", Map.of("jobId", "J1")));
        happened(new StepSkipped(slip, "close", "not needed"));
        happened(new RoutingSlipCompleted(slip));

        awaitStatus(SlipState.COMPLETED);
        var results = results();
        assertThat(results.outcome()).isEqualTo(SlipState.COMPLETED);
        assertThat(results.endedAt()).isNotNull();
        assertThat(results.made())
                .isEqualTo(Map.of("reserve", Map.of("reservationId", "R1"), "plan", Map.of("jobId", "J1")));
        assertThat(find().variables()).containsEntry("reservationId", "R1").containsEntry("jobId", "J1");
    }

    @Test
    void showWhatIsTriedAgain() {
        happened(started(step("reserve", 1)));
        happened(requested("reserve", 1));
        happened(new StepTimedOut(slip, "reserve", slip + ":reserve:1"));

        awaitStep("reserve", StepState.OUTCOME_UNKNOWN);
        happened(new StepRetryScheduled(slip, "reserve", 1, LATER, "no answer", true));

        var status = awaitStatus(SlipState.WAITING_RETRY);
        assertThat(status.health()).isEqualTo(Health.RECOVERING);
        assertThat(status.explanation())
                .matches(
                        "Parts has not answered since \\d\\d:\\d\\d; next try 30 Nov 2099 10:00; 1 of 3 attempts used");
        assertThat(status.steps().get(0).nextTryAt()).isEqualTo(LATER);

        happened(requested("reserve", 2));
        happened(new StepRetryScheduled(slip, "reserve", 1, LATER, "later", false));
        await().untilAsserted(
                        () -> assertThat(status().steps().get(0).attempts()).isEqualTo(1));

        happened(new StepFailed(slip, "reserve", slip + ":reserve:2", "out-of-stock", "None left", true));
        awaitStep("reserve", StepState.FAILED);
        assertThat(results().warnings()).containsExactly("reserve failed: None left");
    }

    @Test
    void showWhatIsWaitedFor() {
        happened(started(step("reserve", 1)));
        happened(requested("reserve", 1));
        happened(new SignalAwaited(slip, "reserve", "goods-received", LATER, Map.of("slots", List.of("a", "b"))));
        happened(new TimerSet(slip, "signal:reserve", "signal", "reserve", LATER));

        var status = awaitStatus(SlipState.WAITING_SIGNAL);
        assertThat(status.signals())
                .containsExactly(new Signal("reserve", "goods-received", LATER, Map.of("slots", List.of("a", "b"))));
        await().untilAsserted(() ->
                assertThat(status().timers()).containsExactly(new Timer("signal:reserve", "signal", "reserve", LATER)));

        happened(new SignalReceived(slip, "goods-received", Map.of("crates", 2)));
        happened(new TimerCancelled(slip, "signal:reserve"));

        status = awaitStatus(SlipState.RUNNING);
        assertThat(status.signals()).isEmpty();
        await().untilAsserted(() -> assertThat(status().timers()).isEmpty());
        assertThat(find().variables()).containsEntry("crates", 2);
    }

    @Test
    void showAPause() {
        happened(started(step("reserve", 1)));
        happened(new RoutingSlipPaused(slip, "stocktaking"));

        var status = awaitStatus(SlipState.PAUSED);
        assertThat(status.health()).isEqualTo(Health.BLOCKED);
        assertThat(status.explanation()).isEqualTo("Paused: stocktaking");

        happened(new RoutingSlipResumed(slip, "done"));
        awaitStatus(SlipState.RUNNING);
    }

    @Test
    void showWhatIsUndoneAndWhatCannotBe() {
        happened(started(step("reserve", 1), step("pay", 2), step("plan", 3), step("close", 4)));
        happened(completed("reserve", Map.of()));
        happened(completed("pay", Map.of()));
        awaitStep("pay", StepState.COMPLETED);
        assertThat(preview())
                .isEqualTo(new CompensationPreview(
                        true, "2 steps would be undone", List.of("pay", "reserve"), List.of(), Map.of()));

        happened(new StepFailed(slip, "plan", slip + ":plan:1", "closed", "The workshop is closed", false));
        happened(new CompensationStarted(slip, "plan failed", false, List.of("pay", "reserve")));
        happened(undoRequested("pay"));

        var status = awaitStep("pay", StepState.COMPENSATING);
        assertThat(status.state()).isEqualTo(SlipState.COMPENSATING);
        assertThat(status.compensation())
                .isEqualTo(new ProcessStatus.Compensation(List.of(), List.of("pay", "reserve"), List.of()));
        assertThat(status.steps().get(3).state()).isEqualTo(StepState.CANCELLED);
        assertThat(preview().possible()).isFalse();

        happened(new StepUndone(slip, "pay", slip + ":pay:undo:1", true));
        happened(new StepUndoFailed(slip, "reserve", slip + ":reserve:undo:1", "The shelf is locked"));
        happened(new IncidentOpened(slip, "reserve:1", "reserve", "undo-failed", "The shelf is locked"));
        happened(new CompensationFailed(slip, "plan failed"));

        status = awaitStatus(SlipState.COMPENSATION_FAILED);
        assertThat(status.compensation())
                .isEqualTo(new ProcessStatus.Compensation(List.of("pay"), List.of(), List.of("reserve")));
        assertThat(status.explanation()).isEqualTo("reserve cannot be undone: The shelf is locked");
        assertThat(status.recommendedAction()).isEqualTo("Retry, skip or complete reserve");
        assertThat(openIncidents()).contains(tuple(slip, "reserve:1"));

        happened(new IncidentResolved(slip, "reserve:1", "retried", "unlocked"));
        happened(undoRequested("reserve"));
        awaitStatus(SlipState.COMPENSATING);
        happened(new StepUndoFailed(slip, "reserve", slip + ":reserve:undo:2", "The key broke"));
        happened(new IncidentOpened(slip, "reserve:1", "reserve", "undo-failed", "The key broke"));
        happened(new CompensationFailed(slip, "plan failed"));

        assertThat(awaitStatus(SlipState.COMPENSATION_FAILED).explanation())
                .isEqualTo("reserve cannot be undone: The key broke");
        assertThat(openIncidents()).contains(tuple(slip, "reserve:1"));

        happened(new IncidentResolved(slip, "reserve:1", "retried", "drilled"));
        happened(undoRequested("reserve"));
        awaitStatus(SlipState.COMPENSATING);
        happened(new StepUndone(slip, "reserve", slip + ":reserve:undo:3", true));
        happened(new RoutingSlipCompensated(slip, "plan failed"));

        status = awaitStatus(SlipState.COMPENSATED);
        assertThat(status.incidents()).isEmpty();
        assertThat(openIncidents()).doesNotContain(tuple(slip, "reserve:1"));
    }

    @Test
    void showARevisedItinerary() {
        happened(started(step("reserve", 1), step("pay", 2), step("plan", 3)));
        happened(requested("reserve", 1));
        awaitStep("reserve", StepState.RUNNING);
        happened(new ItineraryRevised(slip, List.of(step("deliver", 2), step("plan", 3)), "none left"));
        awaitStatus(SlipState.RUNNING);

        await().untilAsserted(() -> assertThat(states(status()))
                .containsExactly(
                        tuple("reserve", StepState.RUNNING, 1),
                        tuple("deliver", StepState.PENDING, 0),
                        tuple("plan", StepState.PENDING, 0)));

        happened(new RoutingSlipTerminated(slip, "sold"));
        var status = awaitStatus(SlipState.TERMINATED);
        assertThat(status.steps()).extracting(StepStatus::state).containsOnly(StepState.CANCELLED);
        assertThat(status.next()).isEmpty();
    }

    @Test
    void areFoundByWhatIsAskedFor() {
        happened(started(step("reserve", 1)));
        happened(requested("reserve", 1));
        awaitStep("reserve", StepState.RUNNING);

        assertThat(list(new ListSlips(
                        new SlipFilter(
                                SlipState.RUNNING, "test-order", "parts", "reserve", customer, "KN-16-RS", null, null),
                        0,
                        20)))
                .containsExactly(slip);
        assertThat(list(new ListSlips(new SlipFilter(null, null, null, null, customer, null, null, null), 0, 20)))
                .containsExactly(slip);
        assertThat(list(new ListSlips(
                        new SlipFilter(SlipState.PAUSED, null, null, null, customer, null, null, null), 0, 20)))
                .isEmpty();
        assertThat(list(new ListSlips(new SlipFilter(null, null, "billing", null, customer, null, null, null), 0, 20)))
                .isEmpty();
        assertThat(list(new ListSlips(new SlipFilter(null, null, null, "plan", customer, null, null, null), 0, 20)))
                .isEmpty();
    }

    @Test
    void tellWhatHappenedInOrder() {
        happened(started(step("reserve", 1)));
        happened(requested("reserve", 1));
        publish(
                slip + ":reserve:1",
                0,
                new StepAnswered(
                        slip,
                        slip + ":reserve:1",
                        "FAILED_FOR_NOW",
                        Map.of(),
                        Map.of(),
                        "",
                        "The shelf is locked",
                        0,
                        List.of()));
        happened(completed("reserve", Map.of()));

        await().untilAsserted(() -> assertThat(timeline(LATER))
                .extracting(Moment::event, Moment::step, Moment::sentence)
                .containsExactly(
                        tuple("RoutingSlipStarted", "", "test-order@1 begins with 1 steps"),
                        tuple("StepRequested", "reserve", "parts is asked for reserve-parts, attempt 1"),
                        tuple("StepAnswered", "reserve", "The answer is failed for now: The shelf is locked"),
                        tuple("StepCompleted", "reserve", "reserve is done")));
        assertThat(timeline(Instant.parse("2000-01-01T00:00:00Z"))).isEmpty();
        var second = timeline(LATER).get(1).at();
        assertThat(timeline(second.minusNanos(1000))).hasSizeLessThan(2);
    }

    @Test
    void areFoundByTheirAge() {
        happened(started(step("reserve", 1)));
        var started = awaitStatus(SlipState.RUNNING).startedAt();

        assertThat(list(startedIn(started, started.plusMillis(1)))).containsExactly(slip);
        assertThat(list(startedIn(null, started))).isEmpty();
        assertThat(list(startedIn(started.plusMillis(1), null))).isEmpty();
    }

    @Test
    void showWhatAnActionWouldTouch() {
        happened(started(step("reserve", 1), step("pay", 2)));
        happened(requested("reserve", 1));
        awaitStep("reserve", StepState.RUNNING);

        assertThat(affected(SlipAction.PAUSE, null)).containsExactly(List.of());
        assertThat(affected(SlipAction.CANCEL, "reserve")).containsExactly(List.of());
        assertThat(affected(SlipAction.CANCEL, "pay")).isEmpty();
        assertThat(affected(SlipAction.RESUME, null)).isEmpty();
        assertThat(affected(SlipAction.RETRY, null)).isEmpty();

        happened(new StepRetryScheduled(slip, "reserve", 1, LATER, "The shelf is locked", true));
        awaitStep("reserve", StepState.WAITING_RETRY);

        assertThat(affected(SlipAction.RETRY, "reserve")).containsExactly(List.of("reserve"));
        assertThat(affected(SlipAction.SKIP, null)).containsExactly(List.of("reserve"));
        assertThat(affected(SlipAction.RETRY, "pay")).isEmpty();

        happened(completed("reserve", Map.of()));
        happened(new StepFailed(slip, "pay", slip + ":pay:1", "declined", "No money", false));
        happened(new IncidentOpened(slip, "step-failed:pay", "pay", "step-failed", "No money"));
        happened(new RoutingSlipPaused(slip, "lunch"));
        awaitStatus(SlipState.PAUSED);

        await().untilAsserted(() -> assertThat(affected(SlipAction.RETRY, null)).containsExactly(List.of("pay")));
        assertThat(affected(SlipAction.PAUSE, null)).isEmpty();
        assertThat(affected(SlipAction.RESUME, null)).containsExactly(List.of());

        happened(new IncidentResolved(slip, "step-failed:pay", "resolved", "cash"));
        happened(new RoutingSlipResolved(slip, "cash"));
        awaitStatus(SlipState.RESOLVED_MANUALLY);

        for (var action : SlipAction.values()) {
            assertThat(affected(action, null)).isEmpty();
        }
    }

    @Test
    void tellWhatContextsDidForASlip() {
        var step = slip + ":reserve:1";
        happened(started(step("reserve", 1)));
        did(step, "part:PADS-" + slip, 0, new PartsReserved("PADS-1", "r", 2, LATER));
        did(
                slip + ":pay:1",
                "payment:" + slip,
                0,
                new PaymentAuthorizationRequested(
                        slip, slip, "", new BigDecimal("149.50"), "EUR", "card_approved", false));
        publish("payment:" + slip, 1, new PaymentAuthorized(slip, new BigDecimal("149.50"), "EUR"));
        publish("part:PADS-" + slip, 1, new PartsReleased("PADS-1", "r", 2));

        await().untilAsserted(() -> assertThat(timeline(LATER))
                .extracting(Moment::context, Moment::event, Moment::step, Moment::sentence)
                .containsExactly(
                        tuple("process", "RoutingSlipStarted", "", "test-order@1 begins with 1 steps"),
                        tuple("parts", "PartsReserved", "reserve", "2 of PADS-1 are kept"),
                        tuple(
                                "billing",
                                "PaymentAuthorizationRequested",
                                "pay",
                                "The provider is asked for EUR 149.50"),
                        tuple("billing", "PaymentAuthorized", "pay", "EUR 149.50 are set aside")));
        var moments = timeline(LATER);

        rebuild("process-timeline");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(timeline(LATER)).isEqualTo(moments));
    }

    @Test
    void showHowParticipantsAreDoing() {
        var name = "parts-" + slip;
        happened(started(step("reserve", 1)));
        for (int attempt = 1; attempt <= 6; attempt++) {
            happened(asked(name, attempt));
        }
        for (int attempt = 1; attempt <= 5; attempt++) {
            happened(new StepTimedOut(slip, "reserve", slip + ":reserve:" + attempt));
        }
        publish("participant:" + name, 0, new ParticipantPaused(name, "The shelf is being moved"));

        await().ignoreExceptions().untilAsserted(() -> {
            assertThat(participant(name).pause()).isNotNull();
            assertThat(participant(name).failures()).isEqualTo(5);
        });
        var participant = participant(name);
        assertThat(participant.breaker()).isEqualTo(BreakerState.OPEN);
        assertThat(participant.openRequests()).isEqualTo(1);
        assertThat(participant.since()).isNotNull();
        assertThat(participant.leftAloneUntil()).isEqualTo(participant.since().plusSeconds(60));
        assertThat(participant.pause().reason()).isEqualTo("The shelf is being moved");

        rebuild("process-participants");

        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(participant(name)).isEqualTo(participant));
        assertThat(participant("workshop"))
                .isEqualTo(new Participant("workshop", BreakerState.CLOSED, null, 0, 0, null, null));
    }

    @Test
    void goOnWhenTheParticipantTheyWaitForIsResumed() {
        var name = "nobody-" + slip;
        var id = new ParticipantId(name);
        var commands = bean(CommandGateway.class);
        commands.sendAndWait(new PauseParticipant(id, "Not yet"));
        await().until(() ->
                bean(Participants.class).leftAloneUntil(name, Instant.EPOCH).isPresent());
        commands.sendAndWait(new StartRoutingSlip(
                new RoutingSlipId(slip), "test-order", 1, List.of(step("reserve", 1, name)), Map.of()));

        var status = awaitStatus(SlipState.WAITING_RETRY);
        assertThat(status.health()).isEqualTo(Health.BLOCKED);
        assertThat(status.explanation()).endsWith("is paused, and is asked for reserve when it is resumed");
        assertThat(status.timers()).isEmpty();

        commands.sendAndWait(new ResumeParticipant(id, "Now"));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(timeline(LATER)).extracting(Moment::event).contains("StepRequested"));
    }

    @Test
    void areNotMovedByEventsTheyHaveSeen() {
        var first = started(step("reserve", 1));
        handled(() -> bean(SlipProjection.class).on(first, 0, LATER, "c"));
        handled(() -> bean(StepProjection.class).on(first, 0, ReplayStatus.REGULAR));
        handled(() -> bean(SlipProjection.class).on(new RoutingSlipPaused(slip, "stocktaking"), 1));
        handled(() -> bean(StepProjection.class).on(requested("reserve", 1), 2, LATER));
        var before = status();

        handled(() -> bean(SlipProjection.class).on(first, 0, LATER, "c"));
        handled(() -> bean(StepProjection.class).on(first, 0, ReplayStatus.REGULAR));
        handled(() -> bean(SlipProjection.class).on(new RoutingSlipResumed(slip, ""), 1));
        handled(() -> bean(StepProjection.class).on(completed("reserve", Map.of()), 2, LATER));

        assertThat(status())
                .usingRecursiveComparison()
                .ignoringFields("durationMillis")
                .isEqualTo(before);
        assertThat(before.state()).isEqualTo(SlipState.PAUSED);
    }

    @Test
    void refuseWhatHappenedToASlipTheyDoNotKnow() {
        assertThatThrownBy(() -> handled(() -> bean(SlipProjection.class).on(new RoutingSlipPaused(slip, ""), 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Routing slip %s changed but is not in the table".formatted(slip));
        assertThatThrownBy(() -> handled(() -> bean(StepProjection.class).on(requested("reserve", 1), 1, LATER)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void areTheSameAfterTheyWereRebuilt() {
        happened(started(step("reserve", 1), step("plan", 2)));
        happened(requested("reserve", 1));
        happened(new SignalAwaited(slip, "reserve", "goods-received", LATER, Map.of()));
        happened(new TimerSet(slip, "signal:reserve", "signal", "reserve", LATER));
        happened(new IncidentOpened(slip, "reserve:1", "reserve", "step-failed", "Nobody knows"));
        await().untilAsserted(() -> assertThat(status().incidents()).hasSize(1));
        await().untilAsserted(() -> assertThat(timeline(LATER)).hasSize(5));
        var before = status();
        var moments = timeline(LATER);

        rebuild("processes");
        rebuild("process-timeline");

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(status())
                    .usingRecursiveComparison()
                    .ignoringFields("durationMillis")
                    .isEqualTo(before);
            assertThat(timeline(LATER)).isEqualTo(moments);
        });
    }

    @Test
    void areMissedByTheServiceWhenTheirDefinitionIsGone() {
        happened(started(step("reserve", 1)));
        awaitStatus(SlipState.RUNNING);

        assertThatThrownBy(() -> bean(DefinitionsInUse.class).afterSingletonsInstantiated())
                .isInstanceOf(InvalidDefinitionsException.class)
                .hasMessageContaining("test-order@1.yml is not there any more, and slips still go by it: ");
    }

    private void happened(Object event) {
        publish("routing-slip:" + slip, number++, event);
    }

    private static void did(String stepKey, String stream, long number, Object event) {
        bean(EventStore.class)
                .publish(new GenericDomainEventMessage<>(
                        "Thing", stream, number, event, Map.of(MessageContext.STEP, stepKey)));
    }

    private StepRequested asked(String participant, int attempt) {
        return new StepRequested(
                slip, slip + ":reserve:" + attempt, "reserve", attempt, participant, "reserve-parts", Map.of(), LATER);
    }

    private ListSlips startedIn(Instant after, Instant before) {
        return new ListSlips(new SlipFilter(null, null, null, null, customer, null, after, before), 0, 20);
    }

    /** The steps that it would touch, of each slip of this customer. */
    private List<List<String>> affected(SlipAction action, String step) {
        var filter = new SlipFilter(null, null, null, step, customer, null, null, null);
        var affected = bean(QueryGateway.class)
                .query(new ListAffected(action, filter, 10), AffectedSlips.class)
                .join();
        assertThat(affected.count()).isEqualTo(affected.items().size());
        return affected.items().stream().map(AffectedSlips.Affected::steps).toList();
    }

    private static Participant participant(String name) {
        return bean(QueryGateway.class).query(new ListParticipants(), ParticipantList.class).join().items().stream()
                .filter(participant -> participant.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void publish(String stream, long number, Object event) {
        bean(EventStore.class).publish(new GenericDomainEventMessage<>("RoutingSlip", stream, number, event));
    }

    private RoutingSlipStarted started(SlipStep... steps) {
        return new RoutingSlipStarted(
                slip, "test-order", 1, List.of(steps), Map.of("customerId", customer, "licenseNumber", "KN-16-RS"));
    }

    private static SlipStep step(String name, int stage) {
        return step(name, stage, "parts");
    }

    private static SlipStep step(String name, int stage, String participant) {
        return new SlipStep(
                name,
                stage,
                participant,
                "reserve-parts",
                "",
                Map.of(),
                1000,
                3,
                1000,
                2,
                1000,
                true,
                false,
                false,
                "",
                "",
                "",
                "");
    }

    private StepRequested requested(String step, int attempt) {
        return new StepRequested(
                slip, slip + ":" + step + ":" + attempt, step, attempt, "parts", "reserve-parts", Map.of(), LATER);
    }

    private StepCompleted completed(String step, Map<String, Object> made) {
        return new StepCompleted(slip, step, slip + ":" + step + ":1", made, made);
    }

    private StepUndoRequested undoRequested(String step) {
        return new StepUndoRequested(
                slip,
                slip + ":" + step + ":undo:1",
                step,
                1,
                "parts",
                "reserve-parts",
                Map.of(),
                Map.of(),
                "plan failed",
                LATER);
    }

    private ProcessStatus awaitStatus(SlipState state) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(query(new FindStatus(slip), ProcessStatus.class)).isNotNull();
            assertThat(status().state()).isEqualTo(state);
        });
        return status();
    }

    @Test
    void knowWhatIsOnTheShelf() {
        var sku = "OIL-" + slip;
        happenedToPart(sku, 0, new PartRegistered(sku, "Oil", new BigDecimal("12.95"), "EUR", 1));
        happenedToPart(sku, 1, new StockReceived(sku, slip, 10));
        happenedToPart(sku, 2, new PartsReserved(sku, "anna", 4, LATER));
        happenedToPart(sku, 3, new StockAdjusted(sku, slip, -1, "Counted"));
        happenedToPart(sku, 4, new PartsConsumed(sku, "anna", 3, 3));
        happenedToPart(sku, 5, new PartsReleased(sku, "anna", 1));
        happenedToPart(sku, 6, new PartsReserved(sku, "bart", 2, LATER));
        happenedToPart(sku, 7, new ReservationExpired(sku, "bart", 2));

        await().untilAsserted(() ->
                assertThat(shortages(new WantedPart(sku, 7, false))).containsExactly(new Shortage(sku, 7, 6, true)));
        assertThat(shortages(new WantedPart(sku, 6, false))).isEmpty();
        assertThat(shortages(new WantedPart(sku, 7, true))).isEmpty();
        assertThat(shortages(new WantedPart("NONE-" + sku, 1, true), new WantedPart(sku, 9, false)))
                .containsExactly(new Shortage("NONE-" + sku, 1, 0, false), new Shortage(sku, 9, 6, true));
        var before = stock();

        rebuild("process-stock");

        await().untilAsserted(() -> assertThat(stock()).isEqualTo(before));
    }

    @Test
    void showEachDeliveryThatASlipWaitsFor() {
        happened(started(step("deliver-1", 1), step("deliver-2", 1)));
        for (var number : List.of(1, 2)) {
            happened(requested("deliver-" + number, 1));
            happened(new SignalAwaited(
                    slip, "deliver-" + number, "goods-received", LATER, Map.of("deliveryId", "d-" + number)));
        }

        happened(new SignalReceived(slip, "goods-received", Map.of("deliveryId", "d-2")));

        await().untilAsserted(() -> assertThat(awaited()).containsExactly("deliver-1"));
    }

    private List<String> awaited() {
        return bean(JdbcTemplate.class)
                .queryForList(
                        "select step from process.awaited_signal where tracking_number = ? and not settled",
                        String.class,
                        slip);
    }

    private static List<Map<String, Object>> stock() {
        return bean(JdbcTemplate.class).queryForList("select * from process.part_stock order by sku");
    }

    private static List<Shortage> shortages(WantedPart... wanted) {
        try {
            bean(AvailableParts.class).require(List.of(wanted));
            return List.of();
        } catch (PartsMissingException missing) {
            return missing.shortages();
        }
    }

    private static void happenedToPart(String sku, int number, Object event) {
        bean(EventStore.class).publish(new GenericDomainEventMessage<>("Part", "part:" + sku, number, event));
    }

    private ProcessStatus awaitStep(String name, StepState state) {
        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(status().steps())
                        .extracting(StepStatus::name, StepStatus::state)
                        .contains(tuple(name, state)));
        return status();
    }

    private static List<org.assertj.core.groups.Tuple> states(ProcessStatus status) {
        return status.steps().stream()
                .map(step -> tuple(step.name(), step.state(), step.attempts()))
                .toList();
    }

    private ProcessStatus status() {
        return query(new FindStatus(slip), ProcessStatus.class);
    }

    private ProcessResults results() {
        return query(new FindResults(slip), ProcessResults.class);
    }

    private CompensationPreview preview() {
        return query(new FindCompensationPreview(slip), CompensationPreview.class);
    }

    private Slip find() {
        return bean(Slips.class).find(slip).orElseThrow();
    }

    private List<Moment> timeline(Instant asOf) {
        return bean(QueryGateway.class)
                .query(new FindTimeline(slip, asOf), Timeline.class)
                .join()
                .items();
    }

    private static <T> T query(Object query, Class<T> answer) {
        return bean(QueryGateway.class)
                .query(query, ResponseTypes.optionalInstanceOf(answer))
                .join()
                .orElse(null);
    }

    private static List<UUID> list(ListSlips query) {
        return bean(QueryGateway.class).query(query, SlipPage.class).join().items().stream()
                .map(SlipPage.Item::trackingNumber)
                .toList();
    }

    private static List<org.assertj.core.groups.Tuple> openIncidents() {
        return bean(QueryGateway.class)
                .query(new ListIncidents(false, 0, 100), IncidentPage.class)
                .join()
                .items()
                .stream()
                .map(incident -> tuple(incident.trackingNumber(), incident.incidentId()))
                .toList();
    }

    private static void handled(Runnable event) {
        new TransactionTemplate(bean(PlatformTransactionManager.class))
                .executeWithoutResult(transaction -> event.run());
    }

    private static void rebuild(String group) {
        var processor = bean(EventProcessingConfiguration.class)
                .eventProcessorByProcessingGroup(group, StreamingEventProcessor.class)
                .orElseThrow();
        processor.shutDown();
        processor.resetTokens();
        processor.start();
    }

    private static <T> T bean(Class<T> type) {
        return service.getBean(type);
    }
}
