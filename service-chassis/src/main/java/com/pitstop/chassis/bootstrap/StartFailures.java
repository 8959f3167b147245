package com.pitstop.chassis.bootstrap;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

import com.pitstop.chassis.axon.UnsafeConfigurationException;
import com.pitstop.chassis.messaging.Causes;

/** Says in a few words why the service did not start, where Spring Boot would print a stack trace. */
public class StartFailures implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return Causes.of(failure)
                .map(StartFailures::explain)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable FailureAnalysis explain(Throwable cause) {
        if (cause instanceof UnsafeConfigurationException unsafe) {
            return new FailureAnalysis(
                    "The service could lose events:" + System.lineSeparator() + unsafe.getMessage(),
                    "Set it up as the chassis does by default.",
                    unsafe);
        }
        return cause instanceof SQLException database ? explainDatabase(database) : null;
    }

    private static FailureAnalysis explainDatabase(SQLException cause) {
        // H2's codes: 90020 in use by another process, 90028 and 90031 file cannot be opened.
        return switch (cause.getErrorCode()) {
            case 90020 ->
                new FailureAnalysis(
                        "The data folder is in use by another process.",
                        "Stop the other one, or choose another folder with --data.",
                        cause);
            default ->
                new FailureAnalysis(
                        "The database cannot be used: " + cause.getMessage(),
                        "Check the database's address, the user and the password, or that the data folder can be written.",
                        cause);
        };
    }
}
