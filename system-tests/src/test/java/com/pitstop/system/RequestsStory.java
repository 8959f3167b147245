package com.pitstop.system;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import com.pitstop.system.HttpFile.Sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Somebody opens {@code requests.http} beside a new garage and sends one request after the other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestsStory {

    private static final String FILE = "requests.http";

    /** What comes too early is sent again. */
    private static final Duration A_MOMENT = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private GarageProcess garage;
    private List<Sample> samples;

    @BeforeAll
    void open(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path data) throws IOException {
        garage = GarageProcess.start(data);
        samples = HttpFile.read(Yaml.text(FILE)
                .replace("http://localhost:8080", garage.address())
                .replace("http://localhost:8081", garage.operatorsAddress())
                .replaceFirst("(?m)^@invoice = \\d{4}", "@invoice = " + Year.now(ZoneId.of("Europe/Amsterdam"))));
    }

    @AfterAll
    void close() {
        garage.close();
    }

    @TestFactory
    Stream<DynamicNode> isAnsweredAsTheFileSays() {
        return Stream.concat(
                samples.stream()
                        .map(sample -> DynamicTest.dynamicTest(sample.title(), () -> isAnsweredAsItSays(sample))),
                Stream.of(DynamicTest.dynamicTest("Everything that the API can do", this::nothingIsLeftOut)));
    }

    private void isAnsweredAsItSays(Sample sample) {
        await().atMost(A_MOMENT).pollDelay(Duration.ZERO).untilAsserted(() -> {
            var answer = http.send(sample.request(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as("%s", answer.body()).isEqualTo(sample.status());
        });
    }

    private void nothingIsLeftOut() throws IOException, InterruptedException {
        var operations = garage.get("/v3/api-docs")
                .body()
                .get("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(operation -> operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .toList();
        assertThat(operations)
                .isNotEmpty()
                .allSatisfy(operation ->
                        assertThat(samples).as(operation).anyMatch(sample -> isOf(operation, sample.request())));
    }

    private static boolean isOf(String operation, HttpRequest request) {
        var asked = request.method() + " " + request.uri().getPath();
        return Pattern.matches(operation.replaceAll("\\{\\w+}", "[^/]+"), asked);
    }
}
