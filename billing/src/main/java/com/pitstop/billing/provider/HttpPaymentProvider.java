package com.pitstop.billing.provider;

import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;
import org.springframework.web.client.RestClientException;

import com.pitstop.billing.domain.payment.Answer;
import com.pitstop.billing.domain.payment.ProviderRequest;
import com.pitstop.billing.domain.payment.Step;

/** The provider over HTTP. Whatever it says that is no answer, or no answer in time, leaves the outcome unknown. */
@Component
class HttpPaymentProvider implements PaymentProvider {

    static final String KEY = "Idempotency-Key";

    /** What the provider is asked. */
    record Order(UUID paymentId, Step step, BigDecimal amount, String currency, String card) {}

    /** What it says. */
    record Said(
            String status,
            @Nullable String reason,
            @Nullable String confirmationUrl) {

        Answer asAnswer() {
            return switch (status) {
                case "DONE" -> Answer.DONE;
                case "DECLINED" -> Answer.refused(reason == null ? "" : reason);
                case "PENDING" -> Answer.pending(confirmationUrl == null ? "" : confirmationUrl);
                default -> throw new NoAnswerException("The payment provider said " + status);
            };
        }
    }

    private final Supplier<RestClient> http;

    HttpPaymentProvider(ProviderSettings settings, Environment environment) {
        this.http = SingletonSupplier.of(() -> client(settings, environment));
    }

    @Override
    public Optional<Answer> find(String key) {
        return answered(() -> http.get()
                .get()
                .uri("/payments/{key}", key)
                .exchange((request, response) -> isUnknown(response) ? Optional.empty() : Optional.of(said(response))));
    }

    @Override
    public Answer submit(ProviderRequest request) {
        var order =
                new Order(request.paymentId(), request.step(), request.amount(), request.currency(), request.card());
        return answered(() -> http.get()
                .post()
                .uri("/payments")
                .header(KEY, request.key())
                .contentType(MediaType.APPLICATION_JSON)
                .body(order)
                .exchange((sent, response) -> said(response)));
    }

    private static boolean isUnknown(ClientHttpResponse response) throws java.io.IOException {
        return response.getStatusCode().isSameCodeAs(HttpStatus.NOT_FOUND);
    }

    private static Answer said(ConvertibleClientHttpResponse response) throws java.io.IOException {
        var status = response.getStatusCode();
        if (!status.is2xxSuccessful()) {
            throw new NoAnswerException("The payment provider answered " + status);
        }
        var said = response.bodyTo(Said.class);
        if (said == null) {
            throw new NoAnswerException("The payment provider said nothing");
        }
        return said.asAnswer();
    }

    private static <T> T answered(Supplier<@Nullable T> call) {
        try {
            var answer = call.get();
            if (answer == null) {
                throw new NoAnswerException("The payment provider said nothing");
            }
            return answer;
        } catch (RestClientException failure) {
            throw new NoAnswerException(failure);
        }
    }

    /** Made when it is first needed: the port of this process is only known once it has started. */
    private static RestClient client(ProviderSettings settings, Environment environment) {
        var connections = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.timeout())
                .build();
        var requests = new JdkClientHttpRequestFactory(connections);
        requests.setReadTimeout(settings.timeout());
        return RestClient.builder()
                .requestFactory(requests)
                .baseUrl(
                        settings.url() == null
                                ? "http://localhost:%s/simulated-provider"
                                        .formatted(environment.getRequiredProperty("local.server.port"))
                                : settings.url().toString())
                .build();
    }
}
