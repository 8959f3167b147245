package com.pitstop.billing.simulatedprovider;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

import com.pitstop.billing.provider.ProviderSettings;
import com.pitstop.billing.simulatedprovider.Ledger.Entry;
import com.pitstop.shared.NotFoundException;

import io.swagger.v3.oas.annotations.Hidden;

/** The provider's API, no part of the garage's. What it holds back for longer than a client waits takes no thread meanwhile. */
@Hidden
@RestController
@RequestMapping("/simulated-provider/payments")
@ConditionalOnProperty(name = "pitstop.billing.provider.simulated", havingValue = "true", matchIfMissing = true)
class SimulatedProviderController {

    record Confirmation(@NotNull Boolean passed) {}

    record Result(
            String key,
            String status,
            @Nullable String reason,
            @Nullable String confirmationUrl) {}

    private final SimulatedProvider provider;
    private final Executor tooLate;

    SimulatedProviderController(SimulatedProvider provider, ProviderSettings settings) {
        this.provider = provider;
        this.tooLate = CompletableFuture.delayedExecutor(settings.timeout().toMillis() * 3 / 2, TimeUnit.MILLISECONDS);
    }

    @PostMapping
    CompletableFuture<Result> submit(
            @RequestHeader("Idempotency-Key") @NotBlank @Size(max = 120) String key, @RequestBody @Valid Order order) {
        var page = confirmationUrl(key);
        var card = TestCard.of(order.card());
        if (card.filter(TestCard::losesOrders).isPresent() && order.step() == Order.Kind.AUTHORIZATION) {
            return CompletableFuture.supplyAsync(() -> lost(key), tooLate);
        }
        var entry = provider.take(key, order);
        return card.filter(TestCard::losesAnswers).isPresent()
                ? CompletableFuture.supplyAsync(() -> result(entry, page), tooLate)
                : CompletableFuture.completedFuture(result(entry, page));
    }

    @GetMapping("/{key}")
    Result show(@PathVariable String key) {
        var entry = provider.find(key).orElseThrow(() -> unknown(key));
        return result(entry, confirmationUrl(key));
    }

    /** Where the customer is sent by a bank that wants to be sure. */
    @PostMapping("/{key}/confirmation")
    Result confirm(@PathVariable String key, @RequestBody @Valid Confirmation confirmation) {
        return result(provider.confirm(key, confirmation.passed()), confirmationUrl(key));
    }

    private static Result lost(String key) {
        throw unknown(key);
    }

    private static NotFoundException unknown(String key) {
        return new NotFoundException("known-order", "Nothing was asked under %s".formatted(key));
    }

    private static Result result(Entry entry, String confirmationUrl) {
        var verdict = entry.verdict();
        return new Result(
                entry.key(),
                verdict.status().name(),
                verdict.reason(),
                SimulatedProvider.isPending(entry) ? confirmationUrl : null);
    }

    private static String confirmationUrl(String key) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/simulated-provider/payments/{key}/confirmation")
                .build(key)
                .toString();
    }
}
