package com.pitstop.chassis.messaging;

import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;

import com.pitstop.shared.Refusal;

/** Turns what a command handler refuses with into something that survives the way back to who asked. */
class RefusalsAsDetails implements MessageHandlerInterceptor<CommandMessage<?>> {

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        try {
            return chain.proceed();
        } catch (Refusal refusal) {
            throw refused(Refused.of(refusal), refusal);
        } catch (AggregateNotFoundException unknown) {
            throw refused(unknown(String.valueOf(unknown.getAggregateIdentifier())), unknown);
        }
    }

    /** A stream is named after a kind of thing and which one it is. */
    private static Refused unknown(String stream) {
        var kindAndName = stream.split(":", 2);
        return new Refused(
                Refused.Kind.NOT_FOUND,
                "known-" + kindAndName[0],
                "Nothing is known of %s".formatted(String.join(" ", kindAndName)));
    }

    private static CommandExecutionException refused(Refused refused, Exception cause) {
        return new CommandExecutionException(refused.sentence(), cause, refused);
    }
}
