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
import com.pitstop.shared.billing.InvoiceCustomer;
import com.pitstop.shared.billing.InvoiceNumberTaken;
import com.pitstop.shared.billing.JobInvoiced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Two processes of billing, here two services in one, on a hub and a database that they share. */
class TwoProcessesTest {

    private static final int JOBS = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private final Map<String, Object> settings = settings();
    private final List<ConfigurableApplicationContext> running = new ArrayList<>();
    private History garage;

    @BeforeEach
    void start() {
        running.add(start("one"));
        running.add(start("two"));
        garage = new History(running.get(1));
    }

    @AfterEach
    void stop() {
        running.forEach(ConfigurableApplicationContext::close);
    }

    @Test
    void numberJobsThatAreFinishedAtOnceWithoutGapsAndEachOnce() throws Exception {
        var customer = garage.registeredCustomer("Anna");
        var jobs =
                Stream.generate(() -> garage.plannedJob(customer)).limit(JOBS).toList();

        // beside the policy itself, as if one that was thought dead went on in each process
        atOnce(jobs.stream()
                .flatMap(job -> Stream.<Runnable>of(
                        () -> garage.finishedJob(job),
                        () -> reactions(0).send(invoice(job, customer)),
                        () -> reactions(1).send(invoice(job, customer))))
                .toList());

        awaitEachInvoicedOnce(jobs, customer);
    }

    @Test
    void goOnWhereOneOfThemStopped() {
        var customer = garage.registeredCustomer("Anna");
        var jobs =
                Stream.generate(() -> garage.plannedJob(customer)).limit(JOBS).toList();

        jobs.subList(0, JOBS / 2).forEach(garage::finishedJob);
        await().atMost(PATIENCE).until(() -> !garage.invoices().isEmpty());
        running.remove(0).close();
        jobs.subList(JOBS / 2, JOBS).forEach(garage::finishedJob);

        awaitEachInvoicedOnce(jobs, customer);
    }

    private void awaitEachInvoicedOnce(List<UUID> jobs, UUID customer) {
        var all = new ArrayList<>(jobs);
        all.add(garage.plannedJob(customer));
        garage.finishedJob(all.get(JOBS)); // once this one is invoiced, all that came before has been handled

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(streams(JobInvoiced.class)).contains(InvoicedJobs.stream(all.get(JOBS))));
        assertThat(streams(JobInvoiced.class))
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().map(InvoicedJobs::stream).toList());
        var year = LocalDate.now(AMSTERDAM).getYear();
        assertThat(garage.invoices())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, JOBS + 1)
                        .mapToObj(number -> "invoice:%d-%06d".formatted(year, number))
                        .toList());
        assertThat(streams(InvoiceNumberTaken.class)).hasSize(JOBS + 1).containsOnly("invoice-book:" + year);
    }

    private static void atOnce(List<Runnable> tasks) throws Exception {
        var threads = Executors.newFixedThreadPool(12);
        try {
            for (var task : tasks.stream().map(threads::submit).toList()) {
                task.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private List<String> streams(Class<?> event) {
        return garage.hub()
                .queryForList(
                        "select aggregate_identifier from hub.domain_event_entry where payload_type = ?",
                        String.class,
                        event.getName());
    }

    private Reactions reactions(int process) {
        return running.get(process).getBean(Reactions.class);
    }

    private static IssueInvoice invoice(UUID job, UUID customer) {
        return new IssueInvoice(
                new InvoiceBookId(LocalDate.now(AMSTERDAM).getYear()),
                new BilledJob(job, "KN-16-RS", "Brakes", History.DAY, Duration.ofHours(1), List.of()),
                new InvoiceCustomer(customer, "Anna", "Dorpsstraat 1", "1234 AB", "Utrecht"));
    }

    private ConfigurableApplicationContext start(String instance) {
        return new SpringApplicationBuilder(Billing.class)
                .run(TestDatabases.arguments(settings, "--pitstop.instance=" + instance));
    }

    private static Map<String, Object> settings() {
        var settings = new HashMap<>(TestDatabases.postgres());
        settings.put("pitstop.hub.database.url", TestDatabases.newDatabase());
        settings.put("spring.application.name", "billing");
        return settings;
    }
}
