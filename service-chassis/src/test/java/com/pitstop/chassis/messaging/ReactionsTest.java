package com.pitstop.chassis.messaging;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessResourceException;

import com.pitstop.shared.RuleViolatedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What becomes of a command that is sent while an event is handled. */
class ReactionsTest {

    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Reactions reactions =
            new Reactions(DefaultCommandGateway.builder().commandBus(bus).build(), threads);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void itIsCommittedWhateverBecomesOfTheBatch() {
        var committed = new AtomicBoolean();
        onCommand(command -> {
            CurrentUnitOfWork.get().afterCommit(done -> committed.set(true));
            return null;
        });

        var batch = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("event"));
        reactions.send("command");

        assertThat(committed).isTrue();
        batch.rollback();
    }

    @Test
    void itSaysWhichEventItFollowsFrom() {
        var sent = new AtomicReference<CommandMessage<?>>();
        onCommand(command -> {
            sent.set(command);
            return null;
        });
        var event = GenericEventMessage.asEventMessage("event");

        var batch = DefaultUnitOfWork.startAndGet(event);
        batch.registerCorrelationDataProvider(
                new MessageOriginProvider(MessageContext.CAUSATION_ID, MessageContext.CORRELATION_ID));
        reactions.send("command");
        batch.rollback();

        assertThat(sent.get().getMetaData()).containsEntry(MessageContext.CAUSATION_ID, event.getIdentifier());
    }

    @Test
    void itIsTriedAgainWhileSomethingIsAway() {
        var tries = new AtomicInteger();
        onCommand(command -> {
            if (tries.incrementAndGet() < 3) {
                throw new TransientDataAccessResourceException("away");
            }
            return null;
        });

        reactions.send("command");

        assertThat(tries).hasValue(3);
    }

    @Test
    void itIsRefusedOnce() {
        var tries = new AtomicInteger();
        onCommand(command -> {
            tries.incrementAndGet();
            throw new RuleViolatedException("rule", "No.");
        });

        assertThatThrownBy(() -> reactions.send("command")).hasMessage("No.");
        assertThat(tries).hasValue(1);
    }

    @Test
    void aRefusalMayBeTheEndOfIt() {
        var tries = new AtomicInteger();
        onCommand(command -> {
            tries.incrementAndGet();
            var refused = Refused.of(new RuleViolatedException("rule", "No."));
            throw new CommandExecutionException(refused.sentence(), null, refused);
        });

        reactions.sendUnlessRefused("command");

        assertThat(tries).hasValue(1);
    }

    @Test
    void whatIsNoRefusalIsNotTheEndOfIt() {
        onCommand(command -> {
            throw new IllegalStateException("broken");
        });

        assertThatThrownBy(() -> reactions.sendUnlessRefused("command")).hasMessage("broken");
    }

    private void onCommand(MessageHandler<CommandMessage<?>> handler) {
        var unused = bus.subscribe(String.class.getName(), handler);
    }
}
