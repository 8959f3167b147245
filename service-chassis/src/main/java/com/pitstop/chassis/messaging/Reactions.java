package com.pitstop.chassis.messaging;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;

/**
 * How policies send commands: in a thread, and so in a unit of work and a transaction, of their own. Sent from an event
 * handler as it is, a command would be part of the batch of events at hand: what it decides would be stored when the
 * batch is, possibly in another database, and a conflict would show when it is too late to try again.
 *
 * <p>The command may be handled more than once, and must change nothing the second time.
 */
public class Reactions {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration LITTLE_PATIENCE = Duration.ofSeconds(3);
    private static final long SECONDS_BETWEEN_TRIES = 1;

    private final CommandGateway commands;
    private final Executor threads;

    public Reactions(CommandGateway commands, Executor threads) {
        this.commands = commands;
        this.threads = threads;
    }

    /**
     * Waits until the command is handled; for ten minutes also while something that it takes is away.
     *
     * @param command a payload, or a message with metadata of its own
     */
    public void send(Object command) {
        send(command, PATIENCE);
    }

    /**
     * As {@link #send}, for those who can say that it did not work and will be asked again: gives up after a few seconds.
     *
     * @param command a payload, or a message with metadata of its own
     */
    public void sendOrGiveUpSoon(Object command) {
        send(command, LITTLE_PATIENCE);
    }

    /**
     * As {@link #send}, when nothing is left to do for whoever refuses.
     *
     * @param command a payload, or a message with metadata of its own
     */
    public void sendUnlessRefused(Object command) {
        try {
            send(command);
        } catch (CommandExecutionException failure) {
            if (Refused.from(failure).isEmpty()) {
                throw failure;
            }
        }
    }

    /** Other work in the same way: apart from the batch, and more than once when something that it takes is away. */
    public void run(Runnable work) {
        repeat(work, PATIENCE);
    }

    private void send(Object command, Duration patience) {
        // Made here, where it is known which event it follows from.
        var message = GenericCommandMessage.asCommandMessage(command);
        repeat(() -> commands.sendAndWait(message), patience);
    }

    private void repeat(Runnable work, Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (!isDone(work, deadline)) {
            pause();
        }
    }

    private boolean isDone(Runnable work, long deadline) {
        try {
            runApart(work);
            return true;
        } catch (RuntimeException e) {
            if (Setback.of(e).isEmpty() || System.nanoTime() >= deadline) {
                throw e;
            }
            return false;
        }
    }

    private void runApart(Runnable work) {
        try {
            CompletableFuture.runAsync(work, threads).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(SECONDS_BETWEEN_TRIES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted before a command could be sent", e);
        }
    }
}
