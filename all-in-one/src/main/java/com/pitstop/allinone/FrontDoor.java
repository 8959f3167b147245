package com.pitstop.allinone;

import java.time.LocalDate;
import java.util.Map;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

import tools.jackson.databind.JsonNode;

/** The garage's own HTTP API, entered like any client does. */
final class FrontDoor {

    private final RestClient http;

    FrontDoor(int port) {
        http = RestClient.builder()
                .baseUrl("http://127.0.0.1:" + port)
                .defaultHeader("Prefer", "wait=10")
                .defaultHeader("X-Correlation-ID", "demo")
                .build();
    }

    String registerCustomer(Map<String, String> customer) {
        return send(HttpMethod.POST, "/api/customers", customer)
                .get("customerId")
                .asString();
    }

    void registerVehicle(Map<String, String> vehicle) {
        send(HttpMethod.POST, "/api/vehicles", vehicle);
    }

    boolean workshopKnows(String licenseNumber) {
        return http.get()
                .uri("/api/workshop/vehicles/{licenseNumber}", licenseNumber)
                .exchange((request, response) -> response.getStatusCode().is2xxSuccessful());
    }

    boolean isOpen(LocalDate day) {
        var planning =
                http.get().uri("/api/workshop/plannings/{day}", day).retrieve().body(JsonNode.class);
        return planning != null && planning.get("open").asBoolean();
    }

    String planJob(LocalDate day, Map<String, String> job) {
        return send(HttpMethod.POST, "/api/workshop/plannings/" + day + "/jobs", job)
                .get("jobId")
                .asString();
    }

    void registerPart(Map<String, Object> part) {
        send(HttpMethod.POST, "/api/parts", part);
    }

    void receiveParts(String sku, int pieces) {
        send(HttpMethod.POST, "/api/parts/" + sku + "/receipts", Map.of("quantity", pieces));
    }

    void orderParts(String sku, int pieces, LocalDate expectedOn) {
        send(
                HttpMethod.POST,
                "/api/parts/" + sku + "/deliveries",
                Map.of("quantity", pieces, "expectedOn", expectedOn.toString()));
    }

    void reserveParts(String sku, String jobId, int pieces) {
        send(
                HttpMethod.POST,
                "/api/parts/" + sku + "/reservations",
                Map.of("reservationId", jobId, "quantity", pieces));
    }

    void finishJob(LocalDate day, String jobId, Map<String, Object> completion) {
        change("/api/workshop/plannings/%s/jobs/%s/completion".formatted(day, jobId), completion);
    }

    void cancelJob(LocalDate day, String jobId, String reason) {
        change("/api/workshop/plannings/%s/jobs/%s/cancellation".formatted(day, jobId), Map.of("reason", reason));
    }

    private void change(String path, Map<String, ?> body) {
        http.put()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toBodilessEntity();
    }

    private JsonNode send(HttpMethod method, String path, Map<String, ?> body) {
        var answer = http.method(method)
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .body(JsonNode.class);
        if (answer == null) {
            throw new IllegalStateException("No answer from " + path);
        }
        return answer;
    }
}
