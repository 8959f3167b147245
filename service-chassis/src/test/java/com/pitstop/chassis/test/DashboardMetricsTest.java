package com.pitstop.chassis.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A metric that nobody has must not go unnoticed because the test overlooks it. */
class DashboardMetricsTest {

    private static final Scrape SCRAPE = Scrape.of("""
            # HELP jobs_seconds How long
            # TYPE jobs_seconds histogram
            jobs_seconds_bucket{kind="a {b} \\"c\\"",le="0.1"} 1
            jobs_seconds_count{kind="a"} 2
            jobs_seconds_sum{kind="a"} 2.5E-4
            up_to_date 1.0
            pool{name="x, y=z"} NaN
            """);

    @TempDir
    private Path folder;

    @Nested
    class AScrape {

        @Test
        void isReadWithItsLabels() {
            assertThat(SCRAPE.labelsByMetric())
                    .isEqualTo(Map.of(
                            "jobs_seconds_bucket", Set.of("kind", "le"),
                            "jobs_seconds_count", Set.of("kind"),
                            "jobs_seconds_sum", Set.of("kind"),
                            "up_to_date", Set.of(),
                            "pool", Set.of("name")));
        }
    }

    @Nested
    class AnExpression {

        @Test
        void namesItsMetricsLabelsAndGroupings() {
            var names = PromQl.of("""
                    histogram_quantile(0.99, sum by (service, le) (
                        rate(a_bucket{service=~"$service", uri!~"/x{y}.*"}[$__rate_interval])))
                    / on (service) group_left(pool) max(b_total offset 5m) or vector(0) > 1e3
                    """);

            assertThat(names.metrics()).isEqualTo(Map.of("a_bucket", Set.of("service", "uri"), "b_total", Set.of()));
            assertThat(names.groupings()).containsExactly("le", "pool", "service");
        }

        @Test
        void mayGroupAfterwardsAndCompareWithBool() {
            var names =
                    PromQl.of("sum(rate(a_total[5m])) by (x) >= bool b unless c{d!=\"e\"} and avg_over_time(f[1h:5m])");

            assertThat(names.metrics()).containsOnlyKeys("a_total", "b", "c", "f");
            assertThat(names.groupings()).containsExactly("x");
        }
    }

    @Nested
    class Missing {

        @Test
        void isNothingWhenEverythingExists() throws IOException {
            var rules = yaml("""
                    rules:
                      - expr: sum by (kind) (rate(jobs_seconds_count{kind="a", service="x"}[5m])) > 0 and up == 1
                        annotations: {summary: "{{ $labels.kind }} of {{ $labels.service }}: {{ $value | humanize }}"}
                    """);

            assertThat(rules.isEmpty()).isFalse();
            assertThat(rules.missingFrom(SCRAPE, metric -> true)).isEmpty();
        }

        @Test
        void isAnUnknownMetricHoweverDeepItStands() throws IOException {
            assertThat(yaml("panels: [{panels: [{targets: [{expr: 'rate(gone_total[5m])'}]}]}]")
                            .missingFrom(SCRAPE, metric -> true))
                    .containsExactly("there is no gone_total");
        }

        @Test
        void isAnUnknownLabelInASelectionAGroupingOrALegend() throws IOException {
            assertThat(yaml("expr: 'sum by (colour) (pool{size=\"1\"})'\nlegendFormat: '{{shape}}'")
                            .missingFrom(SCRAPE, metric -> true))
                    .containsExactly(
                            "none of [pool] has a label colour",
                            "none of [pool] has a label shape",
                            "pool has no label size");
        }

        @Test
        void isAnUnknownLabelOfAVariable() throws IOException {
            assertThat(yaml("query: {query: 'label_values(pool, size)'}").missingFrom(SCRAPE, metric -> true))
                    .containsExactly("none of [pool] has a label size");
        }

        @Test
        void isNotWhatAnotherServiceHas() throws IOException {
            assertThat(yaml("expr: breaker{state=\"open\"}")
                            .missingFrom(SCRAPE, metric -> !metric.startsWith("breaker")))
                    .isEmpty();
        }

        @Test
        void isWhatATableNamesAndNobodyHas() throws IOException {
            var document = Files.writeString(folder.resolve("table.md"), """
                    | metric | labels | meaning |
                    |---|---|---|
                    | `jobs_seconds` | `kind`, `colour` | jobs |
                    | `gone` | | nothing |
                    """);

            assertThat(DashboardMetrics.ofTables(document).missingFrom(SCRAPE, metric -> true))
                    .containsExactly("jobs_seconds has no label colour", "there is no gone");
        }

        private DashboardMetrics yaml(String content) throws IOException {
            return DashboardMetrics.of(Files.writeString(folder.resolve("file.yml"), content));
        }
    }
}
