package com.pitstop.chassis.workbench;

import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

import com.pitstop.chassis.test.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A service whose hub is set up wrongly does not start, and says which setting it is. */
class HubSettingsTest {

    @Test
    void isRefusedWithoutAnAddress() {
        assertThatThrownBy(() -> start("--pitstop.hub=axon-server")).hasStackTraceContaining("must name Axon Server");
    }

    @Test
    void isRefusedWithACertificateThatIsNotThere() {
        assertThatThrownBy(() -> start(
                        "--pitstop.hub=axon-server",
                        "--pitstop.hub.axon-server.servers=127.0.0.1:1",
                        "--pitstop.hub.axon-server.tls.certificate-chain=nowhere.pem"))
                .hasStackTraceContaining("must be a file that can be read");
    }

    @Test
    void isRefusedOnAHubThatThereIsNoneOf() {
        assertThatThrownBy(() -> start("--pitstop.hub=carrier-pigeon"))
                .hasMessageContaining("pitstop.hub")
                .hasStackTraceContaining("database or axon-server");
    }

    @Test
    void leavesAxonServerAloneOnADatabase() {
        try (var service = start("--pitstop.hub=database")) {
            assertThat(service.getBeanDefinitionNames())
                    .filteredOn(name -> String.valueOf(service.getType(name)).contains("axonserver"))
                    .isEmpty();
            assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .noneMatch(name -> name.matches("(?i).*(grpc|axon-?server|netty).*"));
        }
    }

    private static ConfigurableApplicationContext start(String... settings) {
        return Workbench.start(TestDatabases.h2(), settings);
    }
}
