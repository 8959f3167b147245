package com.pitstop.chassis.persistence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Table;

import org.hibernate.SessionFactory;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.pitstop.chassis.test.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Rows that are inserted again, in batches as projections have them. */
class InsertsOnceTest {

    static Stream<Map<String, String>> databases() {
        return Stream.of(
                database("jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL", "pitstop", ""),
                database(TestDatabases.newDatabase(), "postgres", "postgres"),
                database(TestDatabases.newDatabase() + "&reWriteBatchedInserts=true", "postgres", "postgres"));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void leavesARowThatIsThereAsItIs(Map<String, String> database) {
        try (var entities = entities(database)) {
            entities.runInTransaction(session -> session.persist(new Bin("a", "nuts")));

            entities.runInTransaction(session -> Stream.of("a", "b", "c", "d", "e")
                    .forEach(bin -> session.persist(new Bin(bin, "bolts of " + bin))));

            assertThat(labels(entities))
                    .containsExactly("nuts", "bolts of b", "bolts of c", "bolts of d", "bolts of e");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void findsTheRowAndNotWhatWasToBeInserted(Map<String, String> database) {
        try (var entities = entities(database)) {
            entities.runInTransaction(session -> session.persist(new Bin("a", "nuts")));

            entities.runInTransaction(session -> {
                session.persist(new Bin("a", "bolts"));
                session.persist(new Bin("b", "bolts"));
                session.find(Bin.class, "a").label += " and nails";
                session.find(Bin.class, "b").label += " and nails";
            });

            assertThat(labels(entities)).containsExactly("nuts and nails", "bolts and nails");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void readsWhatItInsertedOnlyOnce(Map<String, String> database) {
        try (var entities = entities(database)) {
            var statistics = entities.unwrap(SessionFactory.class).getStatistics();
            statistics.setStatisticsEnabled(true);
            entities.runInTransaction(session -> {
                session.persist(new Bin("a", "nuts"));
                session.find(Bin.class, "a");
                var statements = statistics.getPrepareStatementCount();

                session.find(Bin.class, "a").label = "bolts";
                session.find(Bin.class, "a");

                assertThat(statistics.getPrepareStatementCount()).isEqualTo(statements);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void changesWhatItInserted(Map<String, String> database) {
        try (var entities = entities(database)) {
            entities.runInTransaction(session -> {
                var bins = IntStream.range(0, 5)
                        .mapToObj(number -> new Bin("bin " + number, "nuts"))
                        .toList();
                bins.forEach(session::persist);
                session.find(Bin.class, "bin 3").label = "bolts";
                session.flush();
                session.find(Bin.class, "bin 1").label = "washers";
            });

            assertThat(labels(entities)).containsExactly("nuts", "washers", "nuts", "bolts", "nuts");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void stillRefusesTheSameRowOfOtherEntities(Map<String, String> database) {
        try (var entities = entities(database)) {
            entities.runInTransaction(session -> session.persist(new Drawer("a")));

            assertThatThrownBy(() -> entities.runInTransaction(session -> session.persist(new Drawer("a"))))
                    .isInstanceOf(PersistenceException.class);
        }
    }

    private static Map<String, String> database(String url, String user, String password) {
        return Map.of(
                "jakarta.persistence.jdbc.url",
                url,
                "jakarta.persistence.jdbc.user",
                user,
                "jakarta.persistence.jdbc.password",
                password,
                "jakarta.persistence.schema-generation.database.action",
                "create",
                "jakarta.persistence.create-database-schemas",
                "true",
                "hibernate.jdbc.batch_size",
                "100");
    }

    private static EntityManagerFactory entities(Map<String, String> database) {
        Map<String, Object> properties = new HashMap<>(database);
        new InsertsOnce().customize(properties);
        return new HibernatePersistenceConfiguration("bins")
                .managedClasses(Bin.class, Drawer.class)
                .properties(properties)
                .createEntityManagerFactory();
    }

    private static List<String> labels(EntityManagerFactory entities) {
        return entities.callInTransaction(
                session -> session.createQuery("select label from Bin order by binId", String.class)
                        .getResultList());
    }

    @InsertedOnce
    @Entity(name = "Bin")
    @Table(schema = "workshop_floor", name = "bin")
    static class Bin {

        @Id
        @Column(name = "bin_id")
        private String binId;

        private String label;

        protected Bin() {}

        Bin(String binId, String label) {
            this.binId = binId;
            this.label = label;
        }
    }

    @Entity(name = "Drawer")
    @Table(schema = "workshop_floor", name = "drawer")
    static class Drawer {

        @Id
        private String drawerId;

        protected Drawer() {}

        Drawer(String drawerId) {
            this.drawerId = drawerId;
        }
    }
}
