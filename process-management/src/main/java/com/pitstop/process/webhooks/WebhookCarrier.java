package com.pitstop.process.webhooks;

import java.io.IOException;
import java.io.InputStream;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;

import org.springframework.stereotype.Component;

import com.pitstop.shared.InvalidValueException;

/**
 * Brings a webhook to its subscriber, with the headers of Standard Webhooks. No redirect is followed, and nothing of an answer
 * is read but its status.
 */
@Component
class WebhookCarrier {

    private static final int GONE = 410;

    /** What came of a try. */
    enum Outcome {
        DELIVERED,
        FAILED,
        GONE
    }

    /** With what to know about it, empty when all is well. */
    record Result(Outcome outcome, String reason) {}

    private final HttpClient http;
    private final Destinations destinations;
    private final WebhookSettings settings;
    private final Clock clock;

    WebhookCarrier(Destinations destinations, WebhookSettings settings, Clock garageClock) {
        this.destinations = destinations;
        this.settings = settings;
        this.clock = garageClock;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.timeout())
                .build();
    }

    Result carry(Webhook webhook) {
        try {
            destinations.requireReachable(webhook.url());
            return result(status(request(webhook)));
        } catch (UnknownHostException unknown) {
            return failed("Nobody knows the host " + webhook.url().getHost());
        } catch (IOException | InvalidValueException failure) {
            var message = failure.getMessage();
            return failed(message == null ? failure.getClass().getSimpleName() : message);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed("The process ended");
        }
    }

    private HttpRequest request(Webhook webhook) {
        var id = webhook.webhookId().toString();
        var timestamp = clock.instant().getEpochSecond();
        return HttpRequest.newBuilder(webhook.url())
                .timeout(settings.timeout())
                .header("Content-Type", "application/json")
                .header("User-Agent", "Pitstop")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(timestamp))
                .header("webhook-signature", webhook.secret().signature(id, timestamp, webhook.body()))
                .POST(HttpRequest.BodyPublishers.ofString(webhook.body()))
                .build();
    }

    /** The body of the answer is left where it is, however long it is. */
    private int status(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        response.body().close();
        return response.statusCode();
    }

    private static Result result(int status) {
        if (status == GONE) {
            return new Result(Outcome.GONE, "");
        }
        return status >= 200 && status < 300
                ? new Result(Outcome.DELIVERED, "")
                : failed("The subscriber answered %d".formatted(status));
    }

    private static Result failed(String reason) {
        return new Result(Outcome.FAILED, reason);
    }
}
