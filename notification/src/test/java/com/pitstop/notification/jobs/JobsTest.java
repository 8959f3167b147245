package com.pitstop.notification.jobs;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.pitstop.chassis.test.GarageClock;
import com.pitstop.chassis.test.TestDatabases;
import com.pitstop.notification.History;
import com.pitstop.notification.Service;
import com.pitstop.shared.workshop.MaintenanceJobCancelled;
import com.pitstop.shared.workshop.MaintenanceJobRescheduled;

import static com.pitstop.notification.History.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What notification knows of jobs, on every database the garage runs on. */
@ParameterizedClass
@EnumSource
class JobsTest {

    enum Database {
        H2,
        POSTGRESQL;

        Map<String, Object> settings() {
            return this == H2 ? TestDatabases.h2() : TestDatabases.postgres();
        }
    }

    private static final GarageClock CLOCK = new GarageClock("2026-11-23T08:00");
    private static final UUID NOBODY = UUID.randomUUID();

    private static ConfigurableApplicationContext service;
    private static History garage;

    JobsTest(Database database) {
        assertThat(database).isNotNull();
    }

    @BeforeParameterizedClassInvocation
    static void start(Database database) {
        service = Service.start(CLOCK, database.settings());
        garage = new History(service, CLOCK);
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        service.close();
    }

    @Test
    void areThoseThatAreStillToBeDoneOnTheDaysAskedFor() {
        var moved = garage.plannedJob(NOBODY);
        var cancelled = garage.plannedJob(NOBODY);
        var finished = garage.plannedJob(NOBODY);
        var early = garage.plannedJob(NOBODY);
        garage.plannedJob(NOBODY, DAY.minusDays(1));
        garage.plannedJob(NOBODY, DAY.plusDays(1));
        garage.movedJob(moved, 1, 13);
        garage.cancelledJob(cancelled, 1, "");
        garage.finishedJob(finished, 1);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(jobs().planned(DAY, DAY))
                        .extracting(Job::jobId)
                        .containsExactly(early, moved));
        assertThat(jobs().require(moved).start()).isEqualTo(DAY.atTime(13, 0));

        var before = rows();
        inTransaction(() -> {
            var projection = service.getBean(JobProjection.class);
            projection.on(History.planned(moved, UUID.randomUUID(), DAY), 0);
            projection.on(new MaintenanceJobRescheduled(DAY, moved, DAY.atTime(8, 0), DAY.atTime(9, 0)), 1);
            projection.on(new MaintenanceJobCancelled(DAY, moved, ""), 1);
        });
        assertThat(rows()).isEqualTo(before);
    }

    private static Jobs jobs() {
        return service.getBean(Jobs.class);
    }

    private static void inTransaction(Runnable work) {
        new TransactionTemplate(service.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(transaction -> work.run());
    }

    private static List<Map<String, Object>> rows() {
        return garage.database().queryForList("select * from notification.job order by 1");
    }
}
