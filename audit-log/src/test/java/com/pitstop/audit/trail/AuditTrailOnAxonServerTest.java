package com.pitstop.audit.trail;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import com.pitstop.audit.AuditLog;
import com.pitstop.audit.chain.Verification;
import com.pitstop.audit.chain.VerifyChain;
import com.pitstop.chassis.operations.ProcessorsEndpoint;
import com.pitstop.chassis.test.TestDatabases;
import com.pitstop.chassis.test.axonserver.FakeAxonServer;
import com.pitstop.shared.customer.CustomerDeactivated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The audit trail where the events are in Axon Server, here a stand-in. */
class AuditTrailOnAxonServerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void isTheSameAfterItWasRebuilt() {
        try (var server = new FakeAxonServer();
                var service = new SpringApplicationBuilder(AuditLog.class)
                        .run(TestDatabases.arguments(
                                TestDatabases.h2(),
                                "--pitstop.hub=axon-server",
                                "--pitstop.hub.axon-server.servers=" + server.address()))) {
            await().atMost(PATIENCE).ignoreExceptions().until(() -> happened(service));
            IntStream.range(0, 299).forEach(i -> happened(service));
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(verification(service).entries()).isEqualTo(300));
            var before = verification(service);
            assertThat(before.intact()).isTrue();

            service.getBean(ProcessorsEndpoint.class).act("audit-trail", "replay");

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(verification(service)).isEqualTo(before));
        }
    }

    private static boolean happened(ConfigurableApplicationContext service) {
        var customer = UUID.randomUUID();
        service.getBean(EventStore.class)
                .publish(new GenericDomainEventMessage<>(
                        "Customer", "customer:" + customer, 0, new CustomerDeactivated(customer, "")));
        return true;
    }

    private static Verification verification(ConfigurableApplicationContext service) {
        return service.getBean(QueryGateway.class)
                .query(new VerifyChain(), Verification.class)
                .join();
    }
}
