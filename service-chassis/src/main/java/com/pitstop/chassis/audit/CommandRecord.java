package com.pitstop.chassis.audit;

import java.util.Optional;

import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AnnotationCommandTargetResolver;
import org.axonframework.modelling.command.CommandTargetResolver;

import com.pitstop.chassis.messaging.MessageContext;
import com.pitstop.chassis.messaging.Refused;
import com.pitstop.chassis.messaging.Setback;
import com.pitstop.shared.audit.CommandChangedNothing;
import com.pitstop.shared.audit.CommandRefused;

/** The event for a command that left none: it was refused, or changed nothing. What failed otherwise has no outcome yet. */
public class CommandRecord {

    private final Configuration configuration;
    private final boolean kept;
    private final CommandTargetResolver targets =
            AnnotationCommandTargetResolver.builder().build();

    CommandRecord(Configuration configuration, boolean kept) {
        this.configuration = configuration;
        this.kept = kept;
    }

    /** The outcome as it is, or a setback when it could not be put on record. */
    <R> CommandResultMessage<? extends R> keep(
            CommandMessage<?> command, CommandResultMessage<? extends R> outcome, boolean leftEvents) {
        if (!kept || (leftEvents && !outcome.isExceptional())) {
            return outcome;
        }
        try {
            entry(command, outcome).ifPresent(entry -> append(command, entry));
            return outcome;
        } catch (RuntimeException failure) {
            return new GenericCommandResultMessage<>(new CommandExecutionException(
                    "The outcome could not be put on record", failure, Setback.UNAVAILABLE));
        }
    }

    private Optional<Object> entry(CommandMessage<?> command, CommandResultMessage<?> outcome) {
        var name = MessageContext.nameOf(command);
        if (!outcome.isExceptional()) {
            return Optional.of(new CommandChangedNothing(name, subject(command), asked(command)));
        }
        return outcome.<Object>exceptionDetails()
                .filter(Refused.class::isInstance)
                .map(Refused.class::cast)
                .map(refused ->
                        new CommandRefused(name, subject(command), refused.rule(), refused.sentence(), asked(command)));
    }

    /** With the origin that events of the command itself would have had. */
    private void append(CommandMessage<?> command, Object entry) {
        var origin = MetaData.emptyInstance();
        for (var provider : configuration.correlationDataProviders()) {
            origin = origin.mergedWith(provider.correlationDataFor(command));
        }
        configuration
                .eventStore()
                .publish(GenericEventMessage.asEventMessage(entry).withMetaData(origin));
    }

    private String subject(CommandMessage<?> command) {
        try {
            return targets.resolveTarget(command).getIdentifier();
        } catch (IllegalArgumentException namesNone) {
            return "";
        }
    }

    private String asked(CommandMessage<?> command) {
        return configuration
                .messageSerializer()
                .serialize(command.getPayload(), String.class)
                .getData();
    }
}
