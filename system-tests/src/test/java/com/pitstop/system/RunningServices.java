package com.pitstop.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a story the services that all stories of a run share, everything running. They are started by the first that
 * asks, since six processes take half a minute, and stopped behind the last.
 */
class RunningServices implements ParameterResolver {

    private static final ExtensionContext.Namespace STORE = ExtensionContext.Namespace.create(RunningServices.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext story) {
        return parameter.getParameter().getType() == Services.class;
    }

    @Override
    public Services resolveParameter(ParameterContext parameter, ExtensionContext story) {
        var services = story.getRoot().getStore(STORE).computeIfAbsent(Services.class, type -> start(), Services.class);
        services.startAll();
        return services;
    }

    private static Services start() {
        try {
            var folder = Path.of(System.getProperty("pitstop.root"), "system-tests", "target", "services");
            Files.createDirectories(folder);
            return Services.in(Files.createTempDirectory(folder, "run-"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
