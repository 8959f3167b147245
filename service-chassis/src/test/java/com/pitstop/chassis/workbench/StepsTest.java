package com.pitstop.chassis.workbench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.JdbcTemplate;

import com.pitstop.chassis.idempotency.RequestKey;
import com.pitstop.chassis.messaging.AscendingIdentifiers;
import com.pitstop.chassis.messaging.MessageContext;
import com.pitstop.chassis.messaging.Reactions;
import com.pitstop.chassis.processing.Positions;
import com.pitstop.chassis.steps.Activity;
import com.pitstop.chassis.steps.Reply;
import com.pitstop.chassis.steps.ServiceDesk;
import com.pitstop.chassis.steps.Step;
import com.pitstop.chassis.steps.StepAnswers;
import com.pitstop.chassis.steps.StepCommands;
import com.pitstop.chassis.test.PaperSlip;
import com.pitstop.chassis.test.TestDatabases;
import com.pitstop.chassis.workbench.Tool.BuyTool;
import com.pitstop.chassis.workbench.Tool.LookAtTool;
import com.pitstop.chassis.workbench.Tool.ToolUsed;
import com.pitstop.chassis.workbench.Tool.UseTool;
import com.pitstop.shared.InvalidValueException;
import com.pitstop.shared.process.SlipStep;
import com.pitstop.shared.process.StepAnswered;
import com.pitstop.shared.process.StepOutcomeAsked;
import com.pitstop.shared.process.StepRequested;
import com.pitstop.shared.process.StepUndoRequested;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.axonframework.commandhandling.GenericCommandMessage.asCommandMessage;

/** What a context answers to routing slips, whatever comes of its work. */
class StepsTest {

    private static final SlipStep REST =
            new SlipStep("sell", 1, "shop", "sell", "", Map.of(), 1, 1, 1, 1, 1, false, false, false, "", "", "", "");

    private static ConfigurableApplicationContext service;
    private static EventStore events;

    private final PaperSlip slip = new PaperSlip(events, "workbench");
    private final String tool = "tool-" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        service = new SpringApplicationBuilder(Workbench.class, WhenStepRequestedThenAct.class)
                .run(TestDatabases.arguments(TestDatabases.h2()));
        events = service.getBean(EventStore.class);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void whatIsDoneIsCompleted() {
        var answer = step("buy-tool").performed();

        assertThat(answer.outcome()).isEqualTo("COMPLETED");
        assertThat(answer.data()).containsEntry("toolId", tool);
        assertThat(answer.variables()).containsEntry("bought", true);
        assertThat(countOf(tool)).isEqualTo(1);
    }

    @Test
    void aBrokenRuleIsRefused() {
        var answer = step("buy-once").performed();
        var again = step("buy-once").performed();

        assertThat(answer.outcome()).isEqualTo("COMPLETED");
        assertRefused(again, "bought-once", "We have that tool");
    }

    @Test
    void somethingUnknownIsRefused() {
        assertRefused(step("use-tool").performed(), "known-" + tool, "Nothing is known of " + tool);
    }

    @Test
    void anInvalidValueIsRefused() {
        assertRefused(slip.step("buy-tool", Map.of()).performed(), "step-argument", "The argument toolId is missing");
    }

    @Test
    void anUnknownActivityIsRefused() {
        assertRefused(step("sell-tool").performed(), "unknown-activity", "There is no activity sell-tool of workbench");
    }

    @Test
    void whatIsAwayForLongFailsForNow() {
        var answer = step("away").performed();

        assertThat(answer.outcome()).isEqualTo("FAILED_FOR_NOW");
        assertThat(answer.message()).isEqualTo("Something that workbench needs is away at the moment");
    }

    @Test
    void whatNobodyExpectedFailsForNow() {
        var answer = step("broken").performed();

        assertThat(answer.outcome()).isEqualTo("FAILED_FOR_NOW");
        assertThat(answer.message()).isEqualTo("Something went wrong in workbench that nobody expected");
    }

    @Test
    void aWishToWaitIsPassedOn() {
        assertThat(step("busy").performed().waitMillis()).isEqualTo(5000);
    }

    @Test
    void anEndAndAnotherWayArePassedOn() {
        assertThat(step("enough").performed())
                .extracting(StepAnswered::outcome, StepAnswered::message)
                .containsExactly("TERMINATED", "That will do");
        var revised = step("rethink").performed();
        assertThat(revised.outcome()).isEqualTo("REVISED");
        assertThat(revised.variables()).containsEntry("again", true);
        assertThat(revised.rest()).containsExactly(REST);
    }

    @Test
    void whatIsAnsweredLaterIsAnsweredByTheContextItself() {
        var key = step("slow").request();
        step("buy-tool").performed();
        assertThat(slip.isAnswered(key)).isFalse();

        answers().give(UUID.randomUUID(), key, Reply.completed(Map.of("late", true)));

        assertThat(slip.answerTo(key).data()).containsEntry("late", true);
    }

    @Test
    void aStepIsUndoneIfItWasDone() {
        var step = step("buy-tool");
        step.performed();

        assertThat(step.undone(Map.of()).data()).containsEntry("found", true);
        assertThat(happenedTo(tool)).endsWith(new ToolUsed(tool, 1, "somebody"));
        assertThat(step.undone(Map.of()).data()).containsEntry("found", true);
    }

    @Test
    void aStepThatWasUndoneBeforeItWasDoneIsNotDoneAnyMore() {
        var step = step("buy-tool");

        assertThat(step.undone(Map.of()).data()).containsEntry("found", false);

        assertThat(step.undone(Map.of()).data()).containsEntry("found", false);
        assertThat(step.performed().rule()).isEqualTo("idempotency-key-reused");
        assertThat(step.outcome().outcome()).isEqualTo("NOT_DONE");
        assertThat(countOf(tool)).isZero();
    }

    @Test
    void whatAnotherDidIsNoDeedOfAStep() {
        service.getBean(CommandGateway.class).sendAndWait(new BuyTool(tool, "hammer"));

        assertThat(step("buy-tool").outcome().outcome()).isEqualTo("NOT_DONE");
        assertThat(step("buy-tool").undone(Map.of()).data()).containsEntry("found", false);
    }

    @Test
    void aQuestionIsAnsweredAsIfJustDone() {
        var step = step("buy-tool");

        assertThat(step.outcome().outcome()).isEqualTo("NOT_DONE");
        step.performed();

        assertThat(step.outcome().outcome()).isEqualTo("COMPLETED");
        assertThat(step.outcome().data()).containsEntry("toolId", tool);
    }

    @Test
    void whatCouldNeverBeDoneWasNotDone() {
        assertThat(slip.step("buy-tool", Map.of()).outcome().outcome()).isEqualTo("NOT_DONE");
    }

    @Test
    void whatOthersAreAskedForIsTheirs() {
        var theirs = new PaperSlip(events, "somebody-else").step("buy-tool", Map.of("toolId", tool));
        var request = theirs.request();
        var question = theirs.ask();

        awaitCaughtUp();

        assertThat(slip.isAnswered(request)).isFalse();
        assertThat(slip.isAnswered(question)).isFalse();
        assertThat(countOf(tool)).isZero();
    }

    @Test
    void aRequestThatComesAgainIsNotDoneAgain() {
        var key = step("use-often").request();
        slip.answerTo(key);
        var used = countOf(tool);

        desk().take(requested(key, "use-often"));

        assertThat(countOf(tool)).isEqualTo(used);
    }

    @Test
    void anAnswerThatACrashPreventedIsGivenAfterwards() {
        var key = UUID.randomUUID() + ":buy-tool:1";
        var request = requested(key, "buy-tool");
        // as the process did that died before it answered
        service.getBean(CommandGateway.class)
                .sendAndWait(asCommandMessage(new BuyTool(tool, "hammer"))
                        .andMetaData(RequestKey.of(
                                        AscendingIdentifiers.near(request.trackingNumber(), "step\nbuy-tool"), "done")
                                .asMetaData()));

        desk().take(request);

        assertThat(slip.answerTo(key).outcome()).isEqualTo("COMPLETED");
        assertThat(countOf(tool)).isEqualTo(1);
    }

    @Test
    void ofManyAtOnceOneAnswers() {
        var key = UUID.randomUUID() + ":race:1";

        IntStream.range(0, 8)
                .mapToObj(number -> CompletableFuture.runAsync(
                        () -> desk().take(requested(key, number % 2 == 0 ? "busy" : "buy-tool"))))
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(countOf("step:" + key)).isEqualTo(1);
    }

    @Test
    void theAnswerBelongsToTheRequestThatItFollowsFrom() {
        var key = UUID.randomUUID() + ":buy-tool:1";
        var request = new GenericDomainEventMessage<>(
                "RoutingSlip",
                "routing-slip:" + key,
                0,
                requested(key, "buy-tool"),
                MetaData.with(MessageContext.CORRELATION_ID, "story-1").and(MessageContext.USER, "anna"));

        events.publish(request);

        await().untilAsserted(() -> assertThat(countOf("step:" + key)).isEqualTo(1));
        assertThat(metaDataOf("step:" + key))
                .containsEntry(MessageContext.CORRELATION_ID, "story-1")
                .containsEntry(MessageContext.CAUSATION_ID, request.getIdentifier())
                .containsEntry(MessageContext.USER, "anna");
        assertThat(metaDataOf(tool))
                .containsEntry(MessageContext.CORRELATION_ID, "story-1")
                .containsEntry(MessageContext.COMMAND, "BuyTool")
                .containsEntry(MessageContext.STEP, key)
                .containsEntry(MessageContext.USER, "anna");
    }

    @Test
    void theAnswerIsTheFirstOfItsStream() {
        var key = step("buy-tool").request();
        slip.answerTo(key);

        var answer = events.readEvents("step:" + key).next();

        assertThat(answer.getType()).isEqualTo("Step");
        assertThat(answer.getSequenceNumber()).isZero();
    }

    @Test
    void aReplayIsNotPossible() {
        assertThat(processor().supportsReset()).isFalse();
    }

    @Test
    void handlingEverythingAgainChangesNothing() {
        var key = step("use-often").request();
        slip.answerTo(key);
        var used = countOf(tool);

        processor().shutDown();
        // as after a crash before the position was stored
        service.getBean(JdbcTemplate.class)
                .update("update operations.token_entry set token = null, token_type = null"
                        + " where processor_name = 'workbench-activities'");
        processor().start();
        awaitCaughtUp();

        assertThat(countOf(tool)).isEqualTo(used);
        assertThat(countOf("step:" + key)).isEqualTo(1);
    }

    private PaperSlip.PaperStep step(String activity) {
        return slip.step(activity, Map.of("toolId", tool));
    }

    private StepRequested requested(String key, String activity) {
        return new StepRequested(
                UUID.randomUUID(), key, activity, 1, "workbench", activity, Map.of("toolId", tool), Instant.EPOCH);
    }

    private static void assertRefused(StepAnswered answer, String rule, String sentence) {
        assertThat(answer.outcome()).isEqualTo("REFUSED");
        assertThat(answer.rule()).isEqualTo(rule);
        assertThat(answer.message()).isEqualTo(sentence);
    }

    private static long countOf(String stream) {
        return events.readEvents(stream).asStream().count();
    }

    private static Stream<Object> happenedTo(String stream) {
        return events.readEvents(stream, 0).asStream().map(EventMessage::getPayload);
    }

    private static MetaData metaDataOf(String stream) {
        return events.readEvents(stream).next().getMetaData();
    }

    private static ServiceDesk desk() {
        return service.getBean(WhenStepRequestedThenAct.class).desk;
    }

    private static StepAnswers answers() {
        return service.getBean(StepAnswers.class);
    }

    private static StreamingEventProcessor processor() {
        return service.getBean(EventProcessingConfiguration.class)
                .eventProcessorByProcessingGroup("workbench-activities", StreamingEventProcessor.class)
                .orElseThrow();
    }

    private static void awaitCaughtUp() {
        var positions = service.getBean(Positions.class);
        var head = positions.head();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(positions.of("workbench-activities"))
                        .isNotEmpty()
                        .allSatisfy(segment -> assertThat(segment.position()).isGreaterThanOrEqualTo(head)));
    }

    @ProcessingGroup("workbench-activities")
    @DisallowReplay
    static class WhenStepRequestedThenAct {

        final ServiceDesk desk;

        WhenStepRequestedThenAct(StepAnswers answers, StepCommands commands, Reactions reactions) {
            desk = new ServiceDesk(
                    "workbench",
                    answers,
                    List.of(
                            new BuyingTools(commands),
                            new Doing("buy-once", step -> bought(reactions, step.text("toolId"))),
                            new Doing("use-tool", step -> used(reactions, step.text("toolId"), false)),
                            new Doing("use-often", step -> used(reactions, step.text("toolId"), true)),
                            new Doing("busy", step -> Reply.failedForNow("Busy", Duration.ofSeconds(5))),
                            new Doing("slow", step -> Reply.later()),
                            new Doing("enough", step -> Reply.terminated("That will do")),
                            new Doing("rethink", step -> Reply.revised(Map.of("again", true), List.of(REST), "")),
                            new Doing("broken", step -> fail(IllegalStateException::new)),
                            new Doing("away", step -> fail(() -> new TransientDataAccessResourceException("away")))));
        }

        @EventHandler
        void on(StepRequested event) {
            desk.take(event);
        }

        @EventHandler
        void on(StepUndoRequested event) {
            desk.take(event);
        }

        @EventHandler
        void on(StepOutcomeAsked event) {
            desk.take(event);
        }

        private static Reply bought(Reactions reactions, String tool) {
            reactions.sendOrGiveUpSoon(new BuyTool(tool, "hammer"));
            return Reply.completed(Map.of());
        }

        private static Reply used(Reactions reactions, String tool, boolean buyFirst) {
            if (buyFirst) {
                reactions.sendOrGiveUpSoon(new BuyTool(tool, "hammer"));
            } else {
                reactions.sendOrGiveUpSoon(new LookAtTool(tool));
            }
            reactions.sendOrGiveUpSoon(new UseTool(tool));
            return Reply.completed(Map.of());
        }

        private static Reply fail(Supplier<RuntimeException> failure) {
            throw failure.get();
        }
    }

    /** Done once, whoever asks. */
    record BuyingTools(StepCommands commands) implements Activity {

        @Override
        public String name() {
            return "buy-tool";
        }

        @Override
        public Reply perform(Step step) {
            commands.perform(step, new BuyTool(step.text("toolId"), "hammer"));
            return bought(step);
        }

        @Override
        public Reply undo(Step step) {
            return commands.undo(step, new UseTool(step.text("toolId")));
        }

        @Override
        public Reply outcome(Step step) {
            return commands.isDone(step) ? bought(step) : Reply.notDone();
        }

        private static Reply bought(Step step) {
            return Reply.completed(Map.of("toolId", step.text("toolId")), Map.of("bought", true));
        }
    }

    /** Does something and knows nothing of it. */
    record Doing(String name, Function<Step, Reply> work) implements Activity {

        @Override
        public Reply perform(Step step) {
            return work.apply(step);
        }

        @Override
        public Reply undo(Step step) {
            throw new InvalidValueException("no-undo", "It cannot be undone");
        }

        @Override
        public Reply outcome(Step step) {
            return Reply.notDone();
        }
    }
}
