package com.pitstop.gateway;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.http.HttpStatus;

import com.jayway.jsonpath.JsonPath;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** A gateway on ports of its own, and what a client can do with it. */
final class RunningGateway implements AutoCloseable {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ConfigurableApplicationContext context;

    private RunningGateway(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static RunningGateway start(String... settings) {
        return start(new SpringApplicationBuilder(ApiGateway.class), settings);
    }

    /** One whose only environment variables are these. */
    static RunningGateway startIn(Map<String, Object> environment, String... settings) {
        return start(
                new SpringApplicationBuilder(ApiGateway.class)
                        .initializers(context -> context.getEnvironment()
                                .getPropertySources()
                                .replace(
                                        "systemEnvironment",
                                        new SystemEnvironmentPropertySource("systemEnvironment", environment))),
                settings);
    }

    private static RunningGateway start(SpringApplicationBuilder application, String... settings) {
        var ports = Stream.of("server.port=0", "management.server.port=0");
        return new RunningGateway(application.run(
                Stream.concat(ports, Stream.of(settings)).map("--"::concat).toArray(String[]::new)));
    }

    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        return send("POST", path, BodyPublishers.ofString(body), headers);
    }

    HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) {
        return sendAsync(method, path, body, headers).join();
    }

    CompletableFuture<HttpResponse<String>> sendAsync(
            String method, String path, BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.sendAsync(request.build(), BodyHandlers.ofString());
    }

    String operations(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + number("local.management.port") + path))
                .build();
        return http.sendAsync(request, BodyHandlers.ofString()).join().body();
    }

    /** Sends what no decent client would, and returns all that comes back. */
    String raw(String head) throws IOException {
        try (var socket = new Socket("localhost", port())) {
            socket.getOutputStream().write((head + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    int port() {
        return number("local.server.port");
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    private int number(String property) {
        return requireNonNull(context.getEnvironment().getProperty(property, Integer.class));
    }

    @Override
    public void close() {
        context.close();
    }

    /** That an answer is a problem of the gateway, complete and of the right type. Returns its detail. */
    static String requireProblem(HttpStatus status, String path, HttpResponse<String> answer) {
        var problem = JsonPath.parse(answer.body());
        var kind = status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
        assertThat(answer.statusCode()).isEqualTo(status.value());
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/problem+json");
        assertThat(problem.<String>read("type")).isEqualTo("urn:pitstop:problem:" + kind);
        assertThat(problem.<String>read("title")).isEqualTo(status.getReasonPhrase());
        assertThat(problem.<Integer>read("status")).isEqualTo(status.value());
        assertThat(problem.<String>read("instance")).isEqualTo(path);
        assertThat(answer.headers().allValues("X-Correlation-ID"))
                .containsExactly(problem.<String>read("correlationId"));
        return problem.read("detail");
    }
}
