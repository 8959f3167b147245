package com.pitstop.parts.policy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.RecoverableDataAccessException;

import com.pitstop.chassis.idempotency.RequestKey;
import com.pitstop.parts.policy.CommandsApart.CommandFailedException;
import com.pitstop.shared.RuleViolatedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A policy's command is apart from the batch of events it follows from, and outlasts what is away for a moment. */
class CommandsApartTest {

    record Wash(String car) {}

    private static final RequestKey KEY = RequestKey.of("wash", "1", "");

    private final Queue<RuntimeException> failures = new ArrayDeque<>();
    private final List<CommandMessage<?>> handled = new ArrayList<>();
    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final CommandsApart commands =
            new CommandsApart(DefaultCommandGateway.builder().commandBus(bus).build());

    CommandsApartTest() {
        var unused = bus.subscribe(Wash.class.getName(), command -> {
            assertThat(CurrentUnitOfWork.get().parent()).isEmpty();
            handled.add(command);
            if (!failures.isEmpty()) {
                throw failures.remove();
            }
            return null;
        });
    }

    @AfterEach
    void stop() {
        commands.destroy();
    }

    @Test
    void isHandledInAUnitOfWorkOfItsOwnWithItsKey() {
        var batch = DefaultUnitOfWork.startAndGet(new GenericEventMessage<>("finished"));

        commands.send(new Wash("KN-16-RS"), KEY);

        batch.rollback();
        assertThat(handled).singleElement().satisfies(command -> {
            assertThat(command.getPayload()).isEqualTo(new Wash("KN-16-RS"));
            assertThat(command.getMetaData()).containsAllEntriesOf(KEY.asMetaData());
        });
    }

    @Test
    void isSentAgainWhileWhatItTakesIsAway() {
        failures.add(new RecoverableDataAccessException("gone"));
        failures.add(new RecoverableDataAccessException("still gone"));

        commands.send(new Wash("KN-16-RS"), KEY);

        assertThat(handled).hasSize(3);
        assertThat(handled)
                .extracting(CommandMessage::getIdentifier)
                .containsOnly(handled.get(0).getIdentifier());
    }

    @Test
    void isNotSentAgainWhenItIsRefused() {
        failures.add(new RuleViolatedException("car-dirty", "The car is clean"));

        assertThatThrownBy(() -> commands.send(new Wash("KN-16-RS"), KEY))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("Wash failed")
                .hasMessageContaining("The car is clean");
        assertThat(handled).hasSize(1);
    }
}
