package com.pitstop.system;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** What the {@code Dockerfile} makes of a service, by the same commands, in a folder that stands for its {@code /app}. */
final class Image {

    private static final String JAVA = System.getProperty("java.home") + "/bin";
    private static final List<String> LAYERS =
            List.of("dependencies", "spring-boot-loader", "snapshot-dependencies", "application");

    private final Dockerfile dockerfile = new Dockerfile();
    private final String module;
    private final Path app;

    private Image(String module, Path app) {
        this.module = module;
        this.app = app;
    }

    /** Unpacks the jar of a module. */
    static Image of(String module, Path folder) throws IOException, InterruptedException {
        var image = new Image(module, Files.createDirectories(folder.resolve("app")));
        var unpacked = Files.createDirectories(folder.resolve("unpacked"));
        Files.copy(jar(module), unpacked.resolve("app.jar"));
        image.run(image.dockerfile.commands().get(0), unpacked);
        for (var layer : LAYERS) {
            moveAll(unpacked.resolve("layers").resolve(layer), image.app);
        }
        return image;
    }

    Path archive() {
        return app.resolve("app.jsa");
    }

    void rehearse() throws IOException, InterruptedException {
        run(dockerfile.commands().get(1), app);
    }

    /** What a container of it runs. */
    List<String> command() {
        return dockerfile.entrypoint().stream()
                .map(word -> "java".equals(word) ? JAVA + "/java" : here(word))
                .toList();
    }

    private String here(String command) {
        return command.replace("/app/", app + "/");
    }

    private void run(String command, Path folder) throws IOException, InterruptedException {
        var log = app.resolveSibling("build.log").toFile();
        var builder = new ProcessBuilder("bash", "-ec", here(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment()
                .putAll(Map.of("MODULE", module, "PATH", JAVA + File.pathSeparator + System.getenv("PATH")));
        assertThat(builder.start().waitFor()).as("%s, see %s", command, log).isZero();
    }

    private static Path jar(String module) throws IOException {
        try (var files = Files.newDirectoryStream(Yaml.ROOT.resolve(module).resolve("target"), "*-exec.jar")) {
            return files.iterator().next();
        }
    }

    private static void moveAll(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (var file : files.toList()) {
                var there = to.resolve(file.getFileName());
                if (Files.isDirectory(file)) {
                    moveAll(file, there);
                } else {
                    Files.move(file, there);
                }
            }
        }
    }
}
