package com.pitstop.process.web;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import com.pitstop.chassis.web.Submissions;
import com.pitstop.process.webhooks.Destinations;
import com.pitstop.process.webhooks.Subscription;
import com.pitstop.process.webhooks.Subscriptions;
import com.pitstop.process.webhooks.WebhookSecret;
import com.pitstop.process.webhooks.Wish;
import com.pitstop.shared.NotFoundException;
import com.pitstop.shared.RuleViolatedException;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/** To subscribe is no command: the secret must not come into events, which are kept for ever. */
@Tag(name = "Subscriptions", description = "Who is told what happens to a process, by webhooks")
@RestController
@RequestMapping("/api/processes/{trackingNumber}/subscriptions")
class SubscriptionController {

    /**
     * A wish to be told.
     *
     * @param kinds names of events, such as {@code StepCompleted}; all when left out
     * @param steps names of steps; those of all steps and of the process itself when left out
     * @param secret {@code whsec_} and 24 to 64 random bytes in Base64
     */
    record SubscriptionRequest(
            @NotBlank @Size(max = 2000) String url,

            @Nullable @Size(max = 50)
            List<@NotNull @Pattern(regexp = "[A-Z][A-Za-z]{1,59}", message = "must be the name of an event") String>
                    kinds,

            @Nullable @Size(max = 50)
            List<@NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,119}", message = "must be the name of a step") String>
                    steps,

            @NotBlank @Size(max = 100) String secret) {

        @Override
        public String toString() {
            return "SubscriptionRequest[url=%s]".formatted(url);
        }
    }

    record Subscribed(UUID subscriptionId) {}

    record SubscriptionList(List<Subscription> items) {}

    private final Submissions submissions;
    private final Processes processes;
    private final Subscriptions subscriptions;
    private final Destinations destinations;

    SubscriptionController(
            Submissions submissions, Processes processes, Subscriptions subscriptions, Destinations destinations) {
        this.submissions = submissions;
        this.processes = processes;
        this.subscriptions = subscriptions;
        this.destinations = destinations;
    }

    @Operation(summary = "Be told what happens from now on, by signed webhooks as standardwebhooks.com describes them")
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping
    ResponseEntity<Subscribed> subscribe(
            @PathVariable UUID trackingNumber, @RequestBody @Valid SubscriptionRequest request) {
        if (processes.status(trackingNumber).state().isOver()) {
            throw new RuleViolatedException("process-running", "It has ended, and there is nothing to tell any more");
        }
        var wish = new Wish(
                trackingNumber,
                destinations.require(request.url()),
                orAll(request.kinds()),
                orAll(request.steps()),
                new WebhookSecret(request.secret()));
        var submission = submissions.creating(request);
        var id = submission.newId();
        subscriptions.add(id, wish);
        return submission.created(
                "/api/processes/%s/subscriptions/%s".formatted(trackingNumber, id), new Subscribed(id), () -> true);
    }

    @Operation(summary = "List who is told, and what has not arrived yet")
    @GetMapping
    SubscriptionList list(@PathVariable UUID trackingNumber) {
        processes.status(trackingNumber);
        return new SubscriptionList(subscriptions.of(trackingNumber));
    }

    @Operation(summary = "Look a subscription up")
    @GetMapping("/{subscriptionId}")
    Subscription show(@PathVariable UUID trackingNumber, @PathVariable UUID subscriptionId) {
        return subscriptions.find(trackingNumber, subscriptionId).orElseThrow(() -> unknown(subscriptionId));
    }

    @Operation(summary = "Deliver what was parked after all")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping("/{subscriptionId}/release")
    void release(@PathVariable UUID trackingNumber, @PathVariable UUID subscriptionId) {
        subscriptions.release(show(trackingNumber, subscriptionId).subscriptionId());
    }

    @Operation(summary = "Be told no more")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @DeleteMapping("/{subscriptionId}")
    void unsubscribe(@PathVariable UUID trackingNumber, @PathVariable UUID subscriptionId) {
        if (!subscriptions.remove(trackingNumber, subscriptionId)) {
            throw unknown(subscriptionId);
        }
    }

    private static List<String> orAll(@Nullable List<String> names) {
        return names == null ? List.of() : names;
    }

    private static NotFoundException unknown(UUID subscriptionId) {
        return new NotFoundException("known-subscription", "Subscription %s is not known".formatted(subscriptionId));
    }
}
