package com.pitstop.system;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** As much of {@code psql} as the scripts under {@code ops} need: {@code \getenv} and {@code :'variable'}. */
final class PsqlScript {

    private static final Pattern GETENV = Pattern.compile("\\\\getenv (\\w+) (\\w+)");
    private static final Pattern QUOTED = Pattern.compile(":'(\\w+)'");

    private PsqlScript() {}

    static void run(String file, String database, Map<String, String> environment) throws SQLException {
        var variables = new HashMap<String, String>();
        try (var connection = DriverManager.getConnection(database);
                var statement = connection.createStatement()) {
            for (var line : Yaml.text(file).lines().toList()) {
                var getenv = GETENV.matcher(line);
                if (getenv.matches()) {
                    variables.put(getenv.group(1), environment.get(getenv.group(2)));
                } else if (!line.isBlank() && !line.startsWith("--")) {
                    statement.execute(
                            QUOTED.matcher(line).replaceAll(name -> "'" + variables.get(name.group(1)) + "'"));
                }
            }
        }
    }
}
