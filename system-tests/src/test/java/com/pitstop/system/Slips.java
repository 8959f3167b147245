package com.pitstop.system;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What is told about routing slips over HTTP. A slip goes by the address of its process, such as /api/onboardings/(id). */
final class Slips {

    /** The longest step waits for a minute before it asks what became of it. */
    private static final Duration IN_THE_END = Duration.ofMinutes(3);

    private final Services services;

    Slips(Services services) {
        this.services = services;
    }

    /** The address of the slip that a request has begun. */
    static String begunBy(Client.Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(202);
        return answer.body().get("statusUrl").asString().replaceFirst("/status$", "");
    }

    void awaitAll(Collection<String> slips, String state) {
        for (var slip : slips) {
            awaitState(slip, state);
        }
    }

    void awaitState(String slip, String state) {
        await().atMost(IN_THE_END).ignoreExceptionsInstanceOf(IOException.class).untilAsserted(() -> {
            var status = status(slip);
            assertThat(status.path("state").asString(""))
                    .as("%s: %s", slip, status)
                    .isEqualTo(state);
        });
    }

    void awaitStep(String slip, String step, String state) {
        await().atMost(IN_THE_END).untilAsserted(() -> {
            var status = status(slip);
            assertThat(stateOf(step, status)).as("%s: %s", slip, status).isEqualTo(state);
        });
    }

    void awaitSignal(String slip, String signal) {
        await().atMost(IN_THE_END).untilAsserted(() -> {
            var status = status(slip);
            assertThat(status.at("/signals/0/signal").asString(""))
                    .as("%s: %s", slip, status)
                    .isEqualTo(signal);
        });
    }

    JsonNode status(String slip) throws IOException, InterruptedException {
        return services.gateway().get(slip + "/status").body();
    }

    /** What a step made. */
    String made(String slip, String step, String name) throws IOException, InterruptedException {
        return services.gateway()
                .get(slip + "/results")
                .body()
                .at("/made/%s/%s".formatted(step, name))
                .asString("");
    }

    /** The steps that something happened to, in that order. */
    List<String> steps(String slip, String event) throws IOException, InterruptedException {
        return services.gateway()
                .get(process(slip) + "/timeline")
                .body()
                .get("items")
                .valueStream()
                .filter(moment -> moment.get("event").asString().equals(event))
                .map(moment -> moment.get("step").asString())
                .toList();
    }

    void cancel(String slip) throws IOException, InterruptedException {
        assertThat(services.gateway()
                        .put(process(slip) + "/cancellation", "{\"reason\": \"The customer went elsewhere\"}")
                        .status())
                .isEqualTo(204);
    }

    private static String stateOf(String step, JsonNode status) {
        return status.path("steps")
                .valueStream()
                .filter(shown -> shown.get("name").asString().equals(step))
                .map(shown -> shown.get("state").asString())
                .findFirst()
                .orElse("");
    }

    private static String process(String slip) {
        return "/api/processes/" + Requests.idOf(slip);
    }
}
