package com.pitstop.parts.policy;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.AxonThreadFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.idempotency.RequestKey;
import com.pitstop.chassis.messaging.Setback;

/**
 * Sends the commands of policies in threads of their own, and so in transactions of their own. In the thread of the
 * event processor a command would only have its effect with the whole batch of events, where one that fails or loses a
 * race takes all others with it.
 */
@Component
class CommandsApart implements DisposableBean {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long MILLISECONDS_BETWEEN_TRIES = 250;

    private final CommandGateway commands;
    private final ExecutorService threads = Executors.newCachedThreadPool(new AxonThreadFactory("PartsPolicies"));

    CommandsApart(CommandGateway commands) {
        this.commands = commands;
    }

    /**
     * Sends a command and waits until its events are stored. It has its effect once for its key, however often it is
     * sent; that is why it can be sent again while what it takes is away.
     */
    void send(Object command, RequestKey key) {
        // Made here, where it takes over which event it follows from.
        var message = GenericCommandMessage.asCommandMessage(command).andMetaData(key.asMetaData());
        try {
            threads.submit(() -> sendPatiently(message)).get();
        } catch (ExecutionException e) {
            throw new CommandFailedException(message.getPayloadType().getSimpleName(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailedException(message.getPayloadType().getSimpleName(), e);
        }
    }

    private CommandMessage<?> sendPatiently(CommandMessage<?> command) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isDone(command, deadline)) {
            TimeUnit.MILLISECONDS.sleep(MILLISECONDS_BETWEEN_TRIES);
        }
        return command;
    }

    /** False when it is worth another try. */
    private boolean isDone(CommandMessage<?> command, long deadline) {
        try {
            commands.sendAndWait(command);
            return true;
        } catch (RuntimeException failure) {
            if (Setback.of(failure).isEmpty() || System.nanoTime() > deadline) {
                throw failure;
            }
            return false;
        }
    }

    @Override
    public void destroy() {
        threads.shutdown();
    }

    /** Parks the event that led to the command; the cause says why. */
    static final class CommandFailedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        CommandFailedException(String command, Throwable cause) {
            super("%s failed: %s".formatted(command, cause.getMessage()), cause);
        }
    }
}
