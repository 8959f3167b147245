package com.pitstop.allinone;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import com.pitstop.chassis.test.Api;
import com.pitstop.chassis.test.DashboardMetrics;
import com.pitstop.chassis.test.Scrape;
import com.pitstop.chassis.test.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;

/** What the dashboard, the alarms and the documentation speak of is what a garage at work really has. */
class MetricsTest {

    private static final Path ROOT = Path.of("..");
    private static final Path DASHBOARD = ROOT.resolve("ops/grafana/dashboards/garage.json");
    private static final Path ALARMS = ROOT.resolve("ops/prometheus/alerts.yml");

    private static final Map<String, Object> CUSTOMER = Map.of(
            "name", "Test",
            "address", "Street 1",
            "postalCode", "1234 AB",
            "city", "Town",
            "telephoneNumber", "+31 6 5550 1234",
            "emailAddress", "test@example.com");

    private static ConfigurableApplicationContext garage;
    private static Scrape scrape;

    @BeforeAll
    static void work() {
        garage = SpringApplication.run(AllInOne.class, TestDatabases.arguments(TestDatabases.h2()));
        var customers = new Api(address("local.server.port"));
        customers.post("/api/customers", CUSTOMER);
        customers.get("/api/customers");
        System.gc(); // whose pauses are known once there was one
        scrape = Scrape.of(new Api(address("local.management.port"))
                .client()
                .get()
                .uri("/actuator/prometheus")
                .retrieve()
                .requiredBody(String.class));
    }

    @AfterAll
    static void close() {
        garage.close();
    }

    @Test
    void areThoseOfTheDashboardAndTheAlarms() {
        assertThat(missing(DashboardMetrics.of(DASHBOARD, ALARMS))).isEmpty();
    }

    @Test
    void areThoseOfTheDocumentation() {
        assertThat(missing(DashboardMetrics.ofTables(ROOT.resolve("docs/operations.md"))))
                .isEmpty();
    }

    private static List<String> missing(DashboardMetrics metrics) {
        assertThat(metrics.isEmpty()).isFalse();
        return metrics.missingFrom(scrape, MetricsTest::isOfAService);
    }

    /** The gateway compares those of its own. */
    private static boolean isOfAService(String metric) {
        return !metric.startsWith("resilience4j_");
    }

    private static String address(String port) {
        return "http://127.0.0.1:" + garage.getEnvironment().getProperty(port);
    }
}
