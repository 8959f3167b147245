package com.pitstop.gateway;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import com.pitstop.chassis.test.DashboardMetrics;
import com.pitstop.chassis.test.Scrape;

import static org.assertj.core.api.Assertions.assertThat;

/** What the dashboard, the alarms and the documentation say of breakers is what the gateway really has. */
class GatewayMetricsTest {

    private static final Path ROOT = Path.of("..");

    @Test
    void areThoseOfTheDashboardTheAlarmsAndTheDocumentation() {
        try (var service = new StubService();
                var gateway = RunningGateway.start("pitstop.services.customer-management=" + service.url())) {
            service.answers(200, "a customer");
            gateway.get("/api/customers");
            var scrape = Scrape.of(gateway.operations("/actuator/prometheus"));

            assertThat(DashboardMetrics.of(
                                    ROOT.resolve("ops/grafana/dashboards/garage.json"),
                                    ROOT.resolve("ops/prometheus/alerts.yml"))
                            .missingFrom(scrape, GatewayMetricsTest::isOfTheGateway))
                    .isEmpty();
            assertThat(DashboardMetrics.ofTables(ROOT.resolve("docs/operations.md"))
                            .missingFrom(scrape, GatewayMetricsTest::isOfTheGateway))
                    .isEmpty();
        }
    }

    private static boolean isOfTheGateway(String metric) {
        return metric.startsWith("resilience4j_");
    }
}
