package com.pitstop.chassis.test;

import java.util.List;
import java.util.Map;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The HTTP API of a service as a client meets it. Every answer waits for the read model and none is an exception. */
public final class Api {

    private static final ParameterizedTypeReference<Map<String, Object>> JSON = new ParameterizedTypeReference<>() {};

    private final RestClient client;

    public Api(String address) {
        client = RestClient.builder()
                .baseUrl(address)
                .defaultHeader("Prefer", "wait=10")
                .defaultStatusHandler(HttpStatusCode::isError, (request, response) -> {})
                .build();
    }

    /** For requests that are not JSON, or not as they should be. */
    public RestClient client() {
        return client;
    }

    public ResponseEntity<Map<String, Object>> get(String path, Object... variables) {
        return client.get().uri(path, variables).retrieve().toEntity(JSON);
    }

    public ResponseEntity<Map<String, Object>> post(String path, Map<String, Object> body, String... idempotencyKey) {
        return client.post()
                .uri(path)
                .headers(headers -> List.of(idempotencyKey).forEach(key -> headers.set("Idempotency-Key", key)))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toEntity(JSON);
    }

    /** Without a body when there is none. */
    public ResponseEntity<Map<String, Object>> put(String path, Map<String, Object> body) {
        var request = client.put().uri(path);
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        return request.retrieve().toEntity(JSON);
    }

    public static void assertProblem(ResponseEntity<Map<String, Object>> answer, int status, String type) {
        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer.getBody())
                .containsEntry("type", type)
                .containsKeys("title", "detail", "instance", "correlationId");
    }

    /** The fields that a problem names as wrong. */
    public static List<Object> fields(ResponseEntity<Map<String, Object>> problem) {
        return values(problem.getBody().get("errors"), "field");
    }

    /** What the objects of a list have under a key. */
    public static List<Object> values(Object list, String key) {
        return ((List<?>) list)
                .stream().<Object>map(item -> ((Map<?, ?>) item).get(key)).toList();
    }
}
