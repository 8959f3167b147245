package com.pitstop.allinone;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import com.pitstop.chassis.processing.Positions;
import com.pitstop.chassis.test.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class DemoGarageTest {

    private final Map<String, Object> database = TestDatabases.h2();

    @Test
    void comesToAGarageThatWasOpenAndInWhichNothingHappenedAndNotTwice() {
        try (var garage = start()) {
            await("the day is recorded")
                    .until(() -> garage.getBean(Positions.class).head() >= 0);
        }

        try (var garage = start("--pitstop.demo=true", "--pitstop.demo-days=1")) {
            await().untilAsserted(() -> assertThat(partsIn(garage)).isEqualTo(DemoData.PARTS.size()));
        }

        try (var garage = start("--pitstop.demo=true", "--pitstop.demo-days=1")) {
            await().untilAsserted(() -> assertThat(partsIn(garage)).isEqualTo(DemoData.PARTS.size()));
        }
    }

    private ConfigurableApplicationContext start(String... arguments) {
        return new SpringApplicationBuilder(AllInOne.class).run(TestDatabases.arguments(database, arguments));
    }

    private static Integer partsIn(ConfigurableApplicationContext garage) {
        return garage.getBean(JdbcTemplate.class).queryForObject("select count(*) from parts.part", Integer.class);
    }
}
