package com.pitstop.allinone.matrix;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import com.pitstop.allinone.AllInOne;
import com.pitstop.chassis.operations.EventProcessors;
import com.pitstop.chassis.test.TestDatabases;
import com.pitstop.process.definition.Definitions;
import com.pitstop.process.domain.Conditions;
import com.pitstop.process.domain.RoutingSlipId;
import com.pitstop.process.domain.StartRoutingSlip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Everything that can go wrong with every step of the processes that are undone: in the end all of it is there or nothing. The
 * slips of all cases are under way at once, in a real garage with a real clock.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultMatrixTest {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    /** One customer gets many mails here, and to be killed is nothing special. */
    private static final String[] QUIETLY = {
        "--pitstop.notification.mails-per-hour=1000",
        "--logging.level.com.pitstop.notification=error",
        "--logging.level.org.axonframework.eventhandling.pooled=off"
    };

    private ConfigurableApplicationContext context;
    private Mischief mischief;
    private Garage garage;
    private Books books;
    private List<Case> cases;
    private Instant deadline;

    @BeforeAll
    void letEverythingGoWrong() {
        context = new SpringApplicationBuilder(AllInOne.class, Saboteur.class)
                .run(TestDatabases.arguments(TestDatabases.h2(), QUIETLY));
        mischief = context.getBean(Mischief.class);
        books = new Books(context);
        garage = new Garage(context);
        cases = new Cases(context.getBean(Definitions.class), context.getBean(Conditions.class))
                .of(new Requests(context, garage).byProcess());
        garage.stock(cases);
        mischief.plan(cases);
        cases.forEach(this::begin);
        deadline = Instant.now().plus(PATIENCE);
    }

    private void begin(Case one) {
        context.getBean(CommandGateway.class)
                .sendAndWait(new StartRoutingSlip(
                        new RoutingSlipId(one.trackingNumber()),
                        one.process(),
                        one.version(),
                        one.itinerary(),
                        one.variables()));
    }

    @AfterAll
    void close() {
        context.close();
    }

    @TestFactory
    Stream<DynamicNode> balances() {
        var bySteps = cases.stream()
                .collect(Collectors.groupingBy(
                        one -> one.process() + " " + one.step().name()));
        return Stream.concat(
                bySteps.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(step -> DynamicContainer.dynamicContainer(
                                step.getKey(), step.getValue().stream().map(this::balances))),
                Stream.of(DynamicTest.dynamicTest("all of them, when nothing happens any more", this::allBalance)));
    }

    private DynamicTest balances(Case one) {
        return DynamicTest.dynamicTest(one.name(), () -> {
            await(one.name())
                    .atMost(untilDeadline())
                    .pollDelay(Duration.ZERO)
                    .pollInterval(BETWEEN_LOOKS)
                    .untilAsserted(() -> {
                        garage.work();
                        books.check(one);
                    });
            assertThat(mischief.hasHappened(one))
                    .as("%s: it went wrong", one.name())
                    .isTrue();
        });
    }

    private void allBalance() {
        var processors = context.getBean(EventProcessors.class);
        await().atMost(untilDeadline())
                .untilAsserted(() -> assertThat(processors.all())
                        .isNotEmpty()
                        .allMatch(processor -> Long.valueOf(0).equals(processor.lagInEvents())));
        assertThat(cases).allSatisfy(books::check);
        assertThat(context.getBean(JdbcTemplate.class)
                        .queryForList(
                                "select processing_group, payload_type, sequence_identifier, cause_type, cause_message"
                                        + " from operations.dead_letter_entry"))
                .as("parked events")
                .isEmpty();
    }

    private Duration untilDeadline() {
        var left = Duration.between(Instant.now(), deadline);
        return left.compareTo(Duration.ofSeconds(2)) < 0 ? Duration.ofSeconds(2) : left;
    }
}
