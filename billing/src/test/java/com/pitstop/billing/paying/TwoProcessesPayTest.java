package com.pitstop.billing.paying;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import com.pitstop.billing.Billing;
import com.pitstop.billing.domain.payment.AuthorizePayment;
import com.pitstop.billing.domain.payment.Card;
import com.pitstop.billing.domain.payment.Money;
import com.pitstop.billing.domain.payment.PaymentId;
import com.pitstop.billing.payments.Questions;
import com.pitstop.chassis.test.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Two processes of billing, here two services in one, on a hub, a database and a provider that they share. */
class TwoProcessesPayTest {

    private static final int PAYMENTS = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> CARDS = List.of("card_approved", "card_timeout_done", "card_approved");

    private final Map<String, Object> settings = settings();
    private final List<ConfigurableApplicationContext> running = new ArrayList<>();

    @BeforeEach
    void start() {
        running.add(start("one"));
        running.add(start("two"));
    }

    @AfterEach
    void stop() {
        running.forEach(ConfigurableApplicationContext::close);
    }

    @Test
    void chargeEachPaymentOnce() {
        pay(0, PAYMENTS);

        awaitEachChargedOnce();
    }

    /** As if those that were thought dead went on: each asks about everything, whoever has taken it. */
    @Test
    void chargeEachPaymentOnceAlsoWhereBothAskAtTheSameMoment() {
        pay(0, PAYMENTS);

        await().atMost(PATIENCE).until(() -> {
            var open = all();
            running.stream()
                    .flatMap(process -> open.stream()
                            .map(question -> CompletableFuture.runAsync(
                                    () -> asking(process).settle(question))))
                    .toList()
                    .forEach(CompletableFuture::join);
            return open.isEmpty() && orders("CAPTURE").size() == PAYMENTS;
        });

        awaitEachChargedOnce();
    }

    @Test
    void goOnWhereOneOfThemStopped() {
        pay(0, PAYMENTS / 2);
        await().atMost(PATIENCE).until(() -> !orders("AUTHORIZATION").isEmpty());
        running.remove(0).close();
        pay(PAYMENTS / 2, PAYMENTS);

        awaitEachChargedOnce();
    }

    private void awaitEachChargedOnce() {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(database().queryForList("select status from billing.payment", String.class))
                                .hasSize(PAYMENTS)
                                .containsOnly("CAPTURED"));
        assertThat(orders("AUTHORIZATION")).hasSize(PAYMENTS).doesNotHaveDuplicates();
        assertThat(orders("CAPTURE")).hasSize(PAYMENTS).doesNotHaveDuplicates();
        assertThat(database().queryForObject("select sum(captured) from billing.payment", BigDecimal.class))
                .isEqualByComparingTo(BigDecimal.valueOf(10L * PAYMENTS));
        assertThat(database().queryForList("select 1 from billing.payment_question"))
                .isEmpty();
    }

    private void pay(int from, int to) {
        IntStream.range(from, to)
                .forEach(number -> commands(number % running.size())
                        .sendAndWait(new AuthorizePayment(
                                new PaymentId(UUID.randomUUID()),
                                UUID.randomUUID(),
                                "",
                                new Money(BigDecimal.TEN, Currency.getInstance("EUR")),
                                new Card(CARDS.get(number % CARDS.size())),
                                true)));
    }

    private List<UUID> orders(String step) {
        return database()
                .queryForList(
                        "select payment_id from billing.simulated_order where step = ? and status = 'DONE'",
                        UUID.class,
                        step);
    }

    private List<Questions.Question> all() {
        var process = running.get(0);
        var later = process.getBean(Clock.class).instant().plus(Duration.ofHours(1));
        return process.getBean(Questions.class).due(later, 100);
    }

    private JdbcTemplate database() {
        return running.get(0).getBean(JdbcTemplate.class);
    }

    private CommandGateway commands(int process) {
        return running.get(process).getBean(CommandGateway.class);
    }

    private static WhenPaymentIsAskedForThenAskProvider asking(ConfigurableApplicationContext process) {
        return process.getBean(WhenPaymentIsAskedForThenAskProvider.class);
    }

    private ConfigurableApplicationContext start(String instance) {
        return new SpringApplicationBuilder(Billing.class)
                .run(TestDatabases.arguments(settings, "--pitstop.instance=" + instance));
    }

    private static Map<String, Object> settings() {
        var settings = new HashMap<>(TestDatabases.postgres());
        settings.put("pitstop.hub.database.url", TestDatabases.newDatabase());
        settings.put("spring.application.name", "billing");
        settings.put("pitstop.billing.provider.timeout", "300ms");
        settings.put("pitstop.billing.provider.look-every", "50ms");
        settings.put("pitstop.billing.provider.recovery", "500ms");
        settings.put("pitstop.billing.provider.ask-again-after", "200ms");
        return settings;
    }
}
