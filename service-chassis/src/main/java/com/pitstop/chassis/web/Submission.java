package com.pitstop.chassis.web;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

import com.pitstop.chassis.idempotency.AcceptedRequests;
import com.pitstop.chassis.idempotency.RequestKey;
import com.pitstop.chassis.messaging.AscendingIdentifiers;

/** One request on its way to become a command and an answer. */
public final class Submission {

    private static final long SECONDS_FOR_A_COMMAND = 10;
    private static final long MILLISECONDS_BETWEEN_LOOKS = 10;

    private final CommandGateway commands;
    private final AcceptedRequests acceptedRequests;
    private final Optional<RequestKey> key;
    private final Duration patience;

    Submission(
            CommandGateway commands, AcceptedRequests acceptedRequests, Optional<RequestKey> key, Duration patience) {
        this.commands = commands;
        this.acceptedRequests = acceptedRequests;
        this.key = key;
        this.patience = patience;
    }

    /**
     * The id of what this request makes: the same for the same key, another one for every request without a key. Those
     * ascend in time.
     */
    public UUID newId() {
        return key.map(RequestKey::id).orElseGet(AscendingIdentifiers::next);
    }

    /**
     * Sends the command and waits until its events are stored.
     *
     * @param command not asked for when this request was accepted before
     */
    public Submission send(Supplier<?> command) {
        if (key.filter(acceptedRequests::contain).isEmpty()) {
            var message = GenericCommandMessage.asCommandMessage(command.get())
                    .andMetaData(key.map(RequestKey::asMetaData).orElseGet(java.util.Map::of));
            commands.sendAndWait(message, SECONDS_FOR_A_COMMAND, TimeUnit.SECONDS);
        }
        return this;
    }

    /** 201 with the place of what was made, or 202 if the read model does not show it within the time asked for. */
    public <T> ResponseEntity<T> created(String location, T body, BooleanSupplier shown) {
        return answer(HttpStatus.CREATED, shown).location(URI.create(location)).body(body);
    }

    /** 204, or 202 if the read model does not show the change within the time asked for. */
    public ResponseEntity<@Nullable Void> done(BooleanSupplier shown) {
        return answer(HttpStatus.NO_CONTENT, shown).build();
    }

    private ResponseEntity.BodyBuilder answer(HttpStatus status, BooleanSupplier shown) {
        if (patience.isZero()) {
            return ResponseEntity.status(status);
        }
        return ResponseEntity.status(waitUntil(shown) ? status : HttpStatus.ACCEPTED)
                .header("Preference-Applied", "wait=" + patience.toSeconds());
    }

    private boolean waitUntil(BooleanSupplier shown) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (!shown.getAsBoolean()) {
            if (System.nanoTime() >= deadline) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(MILLISECONDS_BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TemporarilyUnavailableException("Interrupted while waiting for a read model");
        }
    }
}
