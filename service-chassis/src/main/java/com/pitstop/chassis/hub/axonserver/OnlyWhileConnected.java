package com.pitstop.chassis.hub.axonserver;

import java.util.List;
import java.util.function.BiFunction;

import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.messaging.MessageDispatchInterceptor;

/** Fails a command at once that nobody would route, where the connector would first try to connect. */
class OnlyWhileConnected implements MessageDispatchInterceptor<CommandMessage<?>> {

    private final AxonServerConnectionManager connections;

    OnlyWhileConnected(AxonServerConnectionManager connections) {
        this.connections = connections;
    }

    @Override
    public BiFunction<Integer, CommandMessage<?>, CommandMessage<?>> handle(
            List<? extends CommandMessage<?>> commands) {
        if (!connections.isConnected(connections.getDefaultContext())) {
            throw new NoHandlerForCommandException("Nobody routes commands, since Axon Server cannot be reached");
        }
        return (index, command) -> command;
    }
}
