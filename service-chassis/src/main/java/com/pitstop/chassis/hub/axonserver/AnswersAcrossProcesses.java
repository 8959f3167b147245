package com.pitstop.chassis.hub.axonserver;

import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.MessageHandler;

import com.pitstop.chassis.audit.CommandRecord;
import com.pitstop.chassis.audit.CommandsOnRecord;
import com.pitstop.chassis.messaging.Setback;

/**
 * Lets who sent a command know what came in its way. Refusals say so themselves; but a lost race shows only at the
 * commit, behind all interceptors, and of an exception nothing but its details crosses processes.
 */
class AnswersAcrossProcesses extends CommandsOnRecord {

    AnswersAcrossProcesses(Builder settings, CommandRecord commandRecord) {
        super(settings, commandRecord);
    }

    @Override
    protected <C, R> void handle(
            CommandMessage<C> command,
            MessageHandler<? super CommandMessage<?>> handler,
            CommandCallback<? super C, ? super R> callback) {
        super.<C, R>handle(command, handler, (handled, result) -> callback.onResult(handled, understandable(result)));
    }

    private static <R> CommandResultMessage<? extends R> understandable(CommandResultMessage<? extends R> result) {
        if (!result.isExceptional() || result.exceptionDetails().isPresent()) {
            return result;
        }
        var failure = result.exceptionResult();
        return Setback.of(failure)
                .<CommandResultMessage<? extends R>>map(setback -> new GenericCommandResultMessage<>(
                        new CommandExecutionException(String.valueOf(failure.getMessage()), failure, setback)))
                .orElse(result);
    }
}
