package com.pitstop.benchmarks;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** New customers with one vehicle, each taken on by a routing slip of six steps in four contexts. */
final class Onboardings {

    /** Per second, on the way of so many at once. */
    record Pace(double begun, double finished) {}

    private static final int CLIENTS = 8;
    private static final Pattern STATUS_URL = Pattern.compile("\"statusUrl\":\"([^\"]+)\"");
    private static final Pattern DURATION = Pattern.compile("\"durationMillis\":(\\d+)");
    private static final Pattern TOTAL = Pattern.compile("\"totalItems\":(\\d+)");
    private static final AtomicLong NUMBERS = new AtomicLong();

    private final int port;

    Onboardings(int port) {
        this.port = port;
    }

    /** Begins so many, a multiple of eight, as fast as they are accepted, and waits until all of them are finished. */
    Pace pace(int slips) throws Exception {
        try (var client = new Client(port)) {
            var each = slips / CLIENTS;
            long all = finished(client) + (long) each * CLIENTS;
            var began = System.nanoTime();
            Load.times(port, CLIENTS, each, Onboardings::begin);
            var begun = System.nanoTime();
            while (finished(client) < all) {
                MeasuredProcess.pause(250); // whoever asks more often measures the asking
                requireNoneUndone(client);
            }
            return new Pace(slips / ((begun - began) / 1e9), slips / ((System.nanoTime() - began) / 1e9));
        }
    }

    /** Milliseconds from the first event to the last, of one after the other. Sorted. */
    double[] durations(int slips) {
        try (var client = new Client(port)) {
            var durations = IntStream.range(0, slips)
                    .mapToDouble(number -> duration(client, begin(client)))
                    .toArray();
            Arrays.sort(durations);
            return durations;
        }
    }

    private static double duration(Client client, String statusUrl) {
        while (true) {
            var status = client.send("GET", statusUrl, "");
            if (status.status() == 200 && status.body().contains("\"state\":\"COMPLETED\"")) {
                return found(DURATION, status);
            }
            MeasuredProcess.pause(20);
        }
    }

    /** Returns where to look how far it has come. */
    private static String begin(Client client) {
        var number = NUMBERS.incrementAndGet();
        var answer = client.send("POST", "/api/onboardings", """
                {"customer":{"email":"newcomer%1$d@example.com","firstName":"Customer","lastName":"%1$d",\
                "phone":"+31655501234","address":"Dorpsstraat 1","postalCode":"7413 AB","city":"Deventer"},\
                "vehicles":[{"licenseNumber":"%2$d-B-%3$d","brand":"Volvo","type":"V60"}],\
                "billing":{"plan":"SERVICE_PLAN","paymentMethod":"CARD"}}""".formatted(number, number / 1_000, number % 1_000));
        Benchmarks.expect(202, answer);
        var statusUrl = STATUS_URL.matcher(answer.body());
        if (!statusUrl.find()) {
            throw new IllegalStateException("No address in " + answer);
        }
        return statusUrl.group(1);
    }

    private static long finished(Client client) {
        return total(client, "COMPLETED");
    }

    private static void requireNoneUndone(Client client) {
        if (total(client, "COMPENSATED") > 0) {
            throw new IllegalStateException("An onboarding was undone, so it is no longer clear what is measured");
        }
    }

    private static long total(Client client, String state) {
        var path = "/api/processes?process=customer-onboarding&size=1&state=" + state;
        return (long) found(TOTAL, client.send("GET", path, ""));
    }

    private static double found(Pattern number, Client.Answer answer) {
        var found = number.matcher(answer.body());
        if (!found.find()) {
            throw new IllegalStateException("Expected %s, but got %s".formatted(number, answer));
        }
        return Double.parseDouble(found.group(1));
    }
}
