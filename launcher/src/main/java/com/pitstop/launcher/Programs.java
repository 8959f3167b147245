package com.pitstop.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The built services, and how each is run: unpacked and with an archive of its classes where somebody prepared that. */
public final class Programs {

    /** With fewer, ten processes that optimize what they run are slower for minutes than those that do not. */
    private static final int PROCESSORS_TO_COMPILE_ON = 4;

    private final Path root;
    private final String java;

    /** @param root the folder of the project, in which each module has its own */
    public Programs(Path root) {
        this.root = root;
        this.java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The command that runs a module, with more options of Java behind our own. */
    public List<String> command(String module, List<String> options) {
        var jar = jar(module);
        var prepared = jar.resolveSibling("prepared").resolve(jar.getFileName());
        var archive = prepared.resolveSibling(
                "classes-%s.jsa".formatted(Runtime.version().feature()));
        var command = new ArrayList<>(List.of(java, "-XX:+UseSerialGC", "-Xmx192m", "-XX:+ExitOnOutOfMemoryError"));
        if (Runtime.getRuntime().availableProcessors() < PROCESSORS_TO_COMPILE_ON) {
            command.add("-XX:TieredStopAtLevel=1");
        }
        var isPrepared = Files.exists(prepared) && isNewer(archive, jar);
        if (isPrepared) {
            command.addAll(List.of(
                    "-XX:SharedArchiveFile=" + archive, "-Xshare:auto", "-Xlog:cds=off", "-Xlog:cds+dynamic=off"));
        }
        command.addAll(options);
        command.addAll(List.of("-jar", (isPrepared ? prepared : jar).toString()));
        return List.copyOf(command);
    }

    /** What was prepared from an older jar is another program. */
    private static boolean isNewer(Path archive, Path jar) {
        try {
            return Files.exists(archive)
                    && Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(jar)) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path jar(String module) {
        try (Stream<Path> files = Files.list(root.resolve(module).resolve("target"))) {
            return files.filter(file -> file.getFileName().toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(module + " is not built"));
        } catch (IOException e) {
            throw new UncheckedIOException(module + " is not built", e);
        }
    }
}
