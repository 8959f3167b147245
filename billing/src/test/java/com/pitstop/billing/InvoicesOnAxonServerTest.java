package com.pitstop.billing;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import com.pitstop.billing.domain.BilledJob;
import com.pitstop.billing.domain.InvoiceBookId;
import com.pitstop.billing.domain.InvoicedJobs;
import com.pitstop.billing.domain.IssueInvoice;
import com.pitstop.chassis.messaging.Reactions;
import com.pitstop.chassis.test.TestDatabases;
import com.pitstop.chassis.test.axonserver.FakeAxonServer;
import com.pitstop.shared.billing.InvoiceCustomer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Two processes of billing on a stand-in for Axon Server, which hands commands to either of them. */
class InvoicesOnAxonServerTest {

    private static final int JOBS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final FakeAxonServer server = new FakeAxonServer();
    private final Map<String, Object> database = TestDatabases.postgres();
    private final List<ConfigurableApplicationContext> running = new ArrayList<>();
    private History garage;

    @BeforeEach
    void start() {
        running.add(start("one"));
        running.add(start("two"));
        garage = new History(running.get(0));
        server.scatterCommands();
    }

    @AfterEach
    void stop() {
        running.forEach(ConfigurableApplicationContext::close);
        server.close();
    }

    @Test
    void areNumberedWithoutGapsAndOncePerJob() throws Exception {
        var customer = garage.registeredCustomer("Anna");
        var jobs =
                Stream.generate(() -> garage.plannedJob(customer)).limit(JOBS).toList();

        jobs.forEach(garage::finishedJob);
        asIfAnotherPolicyWentOn(jobs, customer);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(jobs)
                        .allSatisfy(job -> assertThat(server.eventsOf(InvoicedJobs.stream(job)))
                                .hasSize(1)));
        var year = today().getYear();
        assertThat(server.eventsOf("invoice-book:" + year)).hasSize(JOBS);
        assertThat(jobs.stream().map(job -> garage.invoiceOf(job).number()))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, JOBS)
                        .mapToObj(number -> "%d-%06d".formatted(year, number))
                        .toList());
    }

    private void asIfAnotherPolicyWentOn(List<UUID> jobs, UUID customer) throws Exception {
        var threads = Executors.newFixedThreadPool(4);
        try {
            var reactions = running.get(1).getBean(Reactions.class);
            for (var sent : jobs.stream()
                    .map(job -> threads.submit(() -> reactions.send(invoice(job, customer))))
                    .toList()) {
                sent.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private static IssueInvoice invoice(UUID job, UUID customer) {
        return new IssueInvoice(
                new InvoiceBookId(today().getYear()),
                new BilledJob(job, "KN-16-RS", "Brakes", History.DAY, Duration.ofHours(1), List.of()),
                new InvoiceCustomer(customer, "Anna", "Dorpsstraat 1", "1234 AB", "Utrecht"));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Amsterdam"));
    }

    private ConfigurableApplicationContext start(String instance) {
        var settings = new HashMap<>(database);
        settings.put("spring.application.name", "billing");
        settings.put("pitstop.instance", instance);
        settings.put("pitstop.hub", "axon-server");
        settings.put("pitstop.hub.axon-server.servers", server.address());
        return new SpringApplicationBuilder(Billing.class).run(TestDatabases.arguments(settings));
    }
}
