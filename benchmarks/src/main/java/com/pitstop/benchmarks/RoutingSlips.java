package com.pitstop.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What routing slips cost: in one process, as services, and when very many of them are under way. */
final class RoutingSlips {

    private static final int ROUNDS = 5;
    private static final int WARM_UP = 5;
    private static final int PER_ROUND = Integer.getInteger("pitstop.benchmarks.onboardings", 400);
    private static final int ALONE = PER_ROUND / 2;
    private static final int WAITING = Integer.getInteger("pitstop.benchmarks.waiting-slips", 100_000);
    private static final int PER_REQUEST = 2_000;
    private static final int QUESTIONS = 2_000;

    private RoutingSlips() {}

    static void inOneProcess(Path folder) throws Exception {
        var settings = List.of("--pitstop.data=" + Files.createDirectories(folder.resolve("processes")));
        try (var garage = MeasuredProcess.benchmarked(folder, settings)) {
            onboarding("H2", garage.port(), "≥ 50 /s");
            many(garage);
        }
    }

    static void apart(Path folder) throws Exception {
        try (var services = ServicesApart.start(folder.resolve("services-of-processes"))) {
            onboarding("services", services.gateway(), "≥ 25 /s");
        }
    }

    private static void onboarding(String topology, int port, String aim) throws Exception {
        var onboardings = new Onboardings(port);
        var paces = new Onboardings.Pace[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            paces[Math.max(0, round)] = onboardings.pace(PER_ROUND);
        }
        var begun = Arrays.stream(paces).mapToDouble(Onboardings.Pace::begun);
        var finished = Arrays.stream(paces).mapToDouble(Onboardings.Pace::finished);
        Benchmarks.row(topology + ": onboardings begun", Benchmarks.number(Load.median(begun.toArray())) + " /s", "");
        Benchmarks.row(
                topology + ": onboardings finished", Benchmarks.number(Load.median(finished.toArray())) + " /s", aim);
        var durations = onboardings.durations(ALONE);
        Benchmarks.row(
                topology + ": one onboarding at a time, p50", Benchmarks.number(durations[ALONE / 2]) + " ms", "");
        Benchmarks.row(
                topology + ": one onboarding at a time, p99",
                Benchmarks.number(durations[ALONE * 99 / 100]) + " ms",
                "");
    }

    /** Their streams are written past the commands, and read into the views as any events are. */
    private static void many(MeasuredProcess garage) {
        try (var client = new Client(garage.port())) {
            Benchmarks.row("H2: resident memory before", garage.residentMegabytes() + " MB", "");
            for (int written = 0; written < WAITING; written += PER_REQUEST) {
                var end = Math.min(WAITING, written + PER_REQUEST);
                Benchmarks.expect(
                        204, client.send("POST", "/benchmark/waiting-slips/%d/%d".formatted(written, end), ""));
            }
            garage.awaitCaughtUp();
            var many = Benchmarks.number(WAITING) + " slips that wait";
            Benchmarks.row("H2: resident memory with " + many, garage.residentMegabytes() + " MB", "≤ 512 MB");
            var random = new Random(1);
            var durations = Load.microseconds(QUESTIONS, () -> {
                var slip = WaitingSlips.trackingNumber(random.nextInt(WAITING));
                Benchmarks.expect(200, client.send("GET", "/api/processes/%s/status".formatted(slip), ""));
            });
            Benchmarks.row(
                    "H2: the status of one of " + many + ", p99",
                    Benchmarks.two(durations[QUESTIONS * 99 / 100] / 1e3) + " ms",
                    "≤ 20 ms");
        }
    }
}
