package com.pitstop.audit.trail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.axonframework.config.EventProcessingModule;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import com.pitstop.audit.AuditLog;
import com.pitstop.audit.chain.Verification;
import com.pitstop.audit.chain.VerifyChain;
import com.pitstop.chassis.test.TestDatabases;
import com.pitstop.shared.customer.CustomerDeactivated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Two processes of the audit log, on a hub of their own and one database, make one chain. */
class TwoAuditLogsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HashMap<String, Object> settings = new HashMap<>(TestDatabases.postgres());
    private final List<ConfigurableApplicationContext> running = new ArrayList<>();

    @AfterEach
    void stop() {
        running.forEach(ConfigurableApplicationContext::close);
    }

    @Test
    void haveOneOfThemAtWorkAndTheOtherTakesOver() {
        settings.put("pitstop.hub.database.url", TestDatabases.newDatabase());
        running.add(start("one"));
        running.add(start("two"));
        happened(200);
        awaitIntact(200);
        await().atMost(PATIENCE).until(() -> segmentsOf(0) + segmentsOf(1) == 1);

        var worker = segmentsOf(0) == 1 ? 0 : 1;
        running.remove(worker).close();
        happened(200);

        awaitIntact(400);
    }

    private ConfigurableApplicationContext start(String instance) {
        return new SpringApplicationBuilder(AuditLog.class)
                .run(TestDatabases.arguments(
                        settings, "--spring.application.name=audit-log", "--pitstop.instance=" + instance));
    }

    private void happened(int times) {
        var events = running.get(0).getBean(EventStore.class);
        IntStream.range(0, times).forEach(i -> {
            var customer = UUID.randomUUID();
            events.publish(new GenericDomainEventMessage<>(
                    "Customer", "customer:" + customer, 0, new CustomerDeactivated(customer, "")));
        });
    }

    private void awaitIntact(long entries) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            var verification = running.get(0)
                    .getBean(QueryGateway.class)
                    .query(new VerifyChain(), Verification.class)
                    .join();
            assertThat(verification.entries()).isEqualTo(entries);
            assertThat(verification.intact()).isTrue();
        });
    }

    private int segmentsOf(int process) {
        return running.get(process)
                .getBean(EventProcessingModule.class)
                .eventProcessor("audit-trail", StreamingEventProcessor.class)
                .orElseThrow()
                .processingStatus()
                .size();
    }
}
