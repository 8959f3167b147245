package com.pitstop.chassis.messaging;

import java.util.Map;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.slf4j.MDC;

/** What every message and every log line carries: which request it belongs to, and whose. Kept in the logging context. */
public final class MessageContext {

    /** One request from outside and all that followed from it. Also the HTTP attribute and the log key. */
    public static final String CORRELATION_ID = "correlationId";

    /** The message that directly led to this one. */
    public static final String CAUSATION_ID = "causationId";

    /** Who asked; {@code anonymous} where nobody said. */
    public static final String USER = "user";

    /** The command that an event came from, by its name. */
    public static final String COMMAND = "command";

    /** The request of a routing slip that something was done for, by its step key; absent where it was done for none. */
    public static final String STEP = "stepKey";

    private MessageContext() {}

    public static String nameOf(CommandMessage<?> command) {
        return command.getPayloadType().getSimpleName();
    }

    static Map<String, ?> missingFrom(Message<?> message) {
        var metaData = message.getMetaData();
        return MetaData.with(CORRELATION_ID, orElse(MDC.get(CORRELATION_ID), message.getIdentifier()))
                .and(USER, orElse(MDC.get(USER), "anonymous"))
                .mergedWith(metaData.subset(CORRELATION_ID, USER));
    }

    private static String orElse(@org.jspecify.annotations.Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }
}
