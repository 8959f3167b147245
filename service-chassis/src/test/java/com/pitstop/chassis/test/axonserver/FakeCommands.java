package com.pitstop.chassis.test.axonserver;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.axoniq.axonserver.grpc.ErrorMessage;
import io.axoniq.axonserver.grpc.ProcessingKey;
import io.axoniq.axonserver.grpc.command.Command;
import io.axoniq.axonserver.grpc.command.CommandProviderInbound;
import io.axoniq.axonserver.grpc.command.CommandProviderOutbound;
import io.axoniq.axonserver.grpc.command.CommandResponse;
import io.axoniq.axonserver.grpc.command.CommandServiceGrpc;
import io.grpc.stub.StreamObserver;

/** Routes commands to one of the processes that handle them: always the same one for the same aggregate. */
class FakeCommands extends CommandServiceGrpc.CommandServiceImplBase {

    private final Map<String, List<Handler>> handlers = new ConcurrentHashMap<>();
    private final Map<String, StreamObserver<CommandResponse>> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    private volatile boolean scatters;

    void scatter(boolean scatters) {
        this.scatters = scatters;
    }

    @Override
    public StreamObserver<CommandProviderOutbound> openStream(StreamObserver<CommandProviderInbound> client) {
        return new Handler(client);
    }

    @Override
    public void dispatch(Command command, StreamObserver<CommandResponse> sender) {
        var candidates = handlers.getOrDefault(command.getName(), List.of());
        if (candidates.isEmpty()) {
            answer(
                    sender,
                    CommandResponse.newBuilder()
                            .setRequestIdentifier(command.getMessageIdentifier())
                            .setErrorCode("AXONIQ-4000")
                            .setErrorMessage(ErrorMessage.newBuilder()
                                    .setMessage("No Handler for command: " + command.getName()))
                            .build());
            return;
        }
        waiting.put(command.getMessageIdentifier(), sender);
        var chosen = scatters ? turn.getAndIncrement() : routingKey(command).hashCode();
        candidates
                .get(Math.floorMod(chosen, candidates.size()))
                .send(CommandProviderInbound.newBuilder().setCommand(command).build());
    }

    private static String routingKey(Command command) {
        return command.getProcessingInstructionsList().stream()
                .filter(instruction -> instruction.getKey() == ProcessingKey.ROUTING_KEY)
                .map(instruction -> instruction.getValue().getTextValue())
                .findFirst()
                .orElseGet(command::getMessageIdentifier);
    }

    private static void answer(StreamObserver<CommandResponse> sender, CommandResponse response) {
        sender.onNext(response);
        sender.onCompleted();
    }

    private final class Handler extends FromClient<CommandProviderOutbound, CommandProviderInbound> {

        Handler(StreamObserver<CommandProviderInbound> client) {
            super(client);
        }

        @Override
        public void onNext(CommandProviderOutbound message) {
            switch (message.getRequestCase()) {
                case SUBSCRIBE -> {
                    handlers.computeIfAbsent(message.getSubscribe().getCommand(), name -> new CopyOnWriteArrayList<>())
                            .add(this);
                    acknowledge(message);
                }
                case UNSUBSCRIBE -> {
                    handlers.getOrDefault(message.getUnsubscribe().getCommand(), List.of())
                            .remove(this);
                    acknowledge(message);
                }
                case COMMAND_RESPONSE -> {
                    var response = message.getCommandResponse();
                    answer(waiting.remove(response.getRequestIdentifier()), response);
                }
                default -> {
                    // Permits, of which this server takes no notice.
                }
            }
        }

        private void acknowledge(CommandProviderOutbound message) {
            send(CommandProviderInbound.newBuilder()
                    .setAck(FakeAxonServer.ack(message.getInstructionId()))
                    .build());
        }

        @Override
        void leaves() {
            handlers.values().forEach(subscribed -> subscribed.remove(this));
        }
    }
}
