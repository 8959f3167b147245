package com.pitstop.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What {@code ./pitstop} says when it cannot do what it was asked. */
@DisabledOnOs(OS.WINDOWS)
class LauncherStory {

    private record Ended(int exitCode, String output) {}

    @TempDir
    Path data;

    @Test
    void saysWhatThereIs() throws Exception {
        var help = pitstop("--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.output())
                .contains("--port", "--management-port", "--data", "--database", "--demo", "PITSTOP_DATABASE_USER");
    }

    @Test
    void refusesAnOptionItDoesNotKnowAndAPortThatIsNone() throws Exception {
        assertThat(pitstop("--dance")).satisfies(ended -> {
            assertThat(ended.exitCode()).isNotZero();
            assertThat(ended.output()).contains("there is no option --dance");
        });
        assertThat(pitstop("--port", "http")).satisfies(ended -> {
            assertThat(ended.exitCode()).isNotZero();
            assertThat(ended.output()).contains("not http");
        });
    }

    @Test
    void namesADataFolderThatCannotBeWritten() throws Exception {
        var file = Files.createFile(data.resolve("a-file"));

        var ended = pitstop("--data", file.toString());

        assertThat(ended.exitCode()).isNotZero();
        assertThat(ended.output()).contains("cannot be written").doesNotContain("Exception");
    }

    @Test
    void namesAPortThatIsTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
            var ended = start("--port", String.valueOf(taken.getLocalPort()));

            assertThat(ended.exitCode()).isNotZero();
            assertThat(ended.output()).contains("Port " + taken.getLocalPort() + " was already in use");
        }
    }

    @Test
    void listsEveryWrongSettingAtOnce() throws Exception {
        var ended =
                start("--port", "0", "--", "--pitstop.workshop.workstations=0", "--pitstop.processing.batch-size=0");

        assertThat(ended.exitCode()).isNotZero();
        assertThat(ended.output()).contains("APPLICATION FAILED TO START");
    }

    @Test
    void namesADatabaseThatIsNotThere() throws Exception {
        var nobody = Ports.free();

        var ended = start("--port", "0", "--database", "jdbc:postgresql://127.0.0.1:" + nobody + "/garage");

        assertThat(ended.exitCode()).isNotZero();
        assertThat(ended.output()).contains("The database cannot be used");
    }

    @Test
    void saysThatNothingRunsWhereNothingRuns() throws Exception {
        assertThat(pitstop("stop", "customer-management", "--data", data.toString()))
                .satisfies(ended -> {
                    assertThat(ended.exitCode()).isNotZero();
                    assertThat(ended.output()).contains("no services run on the data folder");
                });
        assertThat(pitstop("start")).satisfies(ended -> {
            assertThat(ended.exitCode()).isNotZero();
            assertThat(ended.output()).contains("start which service?", "workshop-eventhandler");
        });
    }

    @Test
    void namesThePortsThatServicesNeedAndOthersHave() throws Exception {
        var port = Ports.free();
        try (var taken = new ServerSocket(port + 10, 1, InetAddress.getLoopbackAddress())) {
            var ended = launcher("services", String.valueOf(port), "");

            assertThat(ended.exitCode()).isNotZero();
            assertThat(ended.output())
                    .contains("ports [" + taken.getLocalPort() + "]")
                    .doesNotContain("Exception");
        }
    }

    private Ended start(String... options) throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("--management-port", "0", "--data", data.toString()));
        arguments.addAll(List.of(options));
        return pitstop(arguments.toArray(String[]::new));
    }

    private static Ended pitstop(String... arguments) throws IOException, InterruptedException {
        return run(List.of("bash", System.getProperty("pitstop.root") + "/pitstop"), arguments);
    }

    /** What the script runs for several services, once they are built and prepared. */
    private Ended launcher(String... arguments) throws IOException, InterruptedException {
        var root = System.getProperty("pitstop.root");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var jar = root + "/launcher/target/launcher-1.0.0-SNAPSHOT-exec.jar";
        return run(List.of(java, "-jar", jar, root, data.toString()), arguments);
    }

    private static Ended run(List<String> program, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(program);
        command.addAll(List.of(arguments));
        var output = Files.createTempFile("pitstop", ".log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
            return new Ended(process.exitValue(), Files.readString(output));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Files.delete(output);
        }
    }
}
