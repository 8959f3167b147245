package com.pitstop.chassis.audit;

import java.util.concurrent.atomic.AtomicReference;

import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.MessageHandler;

import static java.util.Objects.requireNonNull;

/**
 * Answers a command once it is on record. The events of a command are its record; for one that left none, an event is
 * appended after its own transaction has ended and before anybody hears of the outcome.
 */
public class CommandsOnRecord extends SimpleCommandBus {

    private final CommandRecord commandRecord;

    public CommandsOnRecord(Builder settings, CommandRecord commandRecord) {
        super(settings);
        this.commandRecord = commandRecord;
    }

    @Override
    protected <C, R> void handle(
            CommandMessage<C> command,
            MessageHandler<? super CommandMessage<?>> handler,
            CommandCallback<? super C, ? super R> callback) {
        var outcome = new AtomicReference<CommandResultMessage<? extends R>>();
        var leftEvents = PublishedEvents.during(
                () -> super.<C, R>handle(command, handler, (handled, result) -> outcome.set(result)));
        callback.onResult(command, commandRecord.keep(command, requireNonNull(outcome.get()), leftEvents));
    }
}
