package com.pitstop.system;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tables of read models, row by row. */
final class ReadModels {

    private static final List<String> TABLES = List.of(
            "customer.customer",
            "vehicle.vehicle",
            "workshop.customer",
            "workshop.vehicle",
            "workshop.part",
            "workshop.job");

    private static final List<String> TABLES_OF_PROCESSES = List.of(
            "process.slip",
            "process.step",
            "process.timer",
            "process.awaited_signal",
            "process.incident",
            "process.moment",
            "process.participant",
            "process.open_request",
            "process.expectation");

    private static final Map<String, String> DATABASES = Map.of(
            "customer", "customer_management",
            "vehicle", "vehicle_management",
            "workshop", "workshop",
            "process", "process_management");

    private ReadModels() {}

    /** The tables of a garage that is stopped. */
    static Map<String, List<String>> of(Path data) throws SQLException {
        var url = "jdbc:h2:file:" + data.toAbsolutePath().resolve("pitstop")
                + ";ACCESS_MODE_DATA=r;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
        var rows = new TreeMap<String, List<String>>();
        try (var connection = DriverManager.getConnection(url, "pitstop", "")) {
            for (var table : TABLES) {
                rows.put(table, rows(connection, table));
            }
        }
        return rows;
    }

    /** The tables of running services, each in its own database. */
    static Map<String, List<String>> of(Services services) throws SQLException {
        return of(services, TABLES);
    }

    /** The tables of process management. */
    static Map<String, List<String>> ofProcesses(Services services) throws SQLException {
        return of(services, TABLES_OF_PROCESSES);
    }

    private static Map<String, List<String>> of(Services services, List<String> tables) throws SQLException {
        var rows = new TreeMap<String, List<String>>();
        for (var table : tables) {
            try (var connection = services.connect(DATABASES.get(table.substring(0, table.indexOf('.'))))) {
                rows.put(table, rows(connection, table));
            }
        }
        return rows;
    }

    private static List<String> rows(java.sql.Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("select * from " + table)) {
            var rows = new ArrayList<String>();
            while (result.next()) {
                rows.add(row(result));
            }
            return rows.stream().sorted().toList();
        }
    }

    private static String row(java.sql.ResultSet result) throws SQLException {
        var row = new ArrayList<String>();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
            row.add(result.getMetaData().getColumnName(column) + "=" + result.getString(column));
        }
        return String.join(", ", row);
    }
}
