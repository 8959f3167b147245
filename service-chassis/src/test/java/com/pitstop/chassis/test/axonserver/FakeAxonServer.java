package com.pitstop.chassis.test.axonserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import io.axoniq.axonserver.grpc.InstructionAck;
import io.axoniq.axonserver.grpc.control.ClientIdentification;
import io.axoniq.axonserver.grpc.control.Heartbeat;
import io.axoniq.axonserver.grpc.control.PlatformInboundInstruction;
import io.axoniq.axonserver.grpc.control.PlatformInfo;
import io.axoniq.axonserver.grpc.control.PlatformOutboundInstruction;
import io.axoniq.axonserver.grpc.control.PlatformServiceGrpc;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.query.QueryProviderInbound;
import io.axoniq.axonserver.grpc.query.QueryProviderOutbound;
import io.axoniq.axonserver.grpc.query.QueryServiceGrpc;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;

/**
 * Stands in for Axon Server where tests run on machines without one: what the connector says over the network and what
 * it must hear back, with the events in memory. It knows one context, no access control and no queries between
 * processes, and covers just what the tests need; what it is right about, {@code AxonServerTest} checks on a real one.
 */
public final class FakeAxonServer implements AutoCloseable {

    private final FakeEvents events = new FakeEvents();
    private int port;
    private Server server;
    private FakeCommands commands;
    private boolean scatters;

    public FakeAxonServer() {
        start();
    }

    public String address() {
        return "localhost:" + port;
    }

    /** Again at the same address, with all events it had. */
    public void start() {
        try {
            commands = new FakeCommands();
            commands.scatter(scatters);
            server = NettyServerBuilder.forPort(port)
                    .addService(new Platform())
                    .addService(new Queries())
                    .addService(events)
                    .addService(commands)
                    .build()
                    .start();
            port = server.getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** At once, as in a crash: whoever is connected is cut off. */
    public void stop() {
        server.shutdownNow();
        try {
            server.awaitTermination();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** From now on commands for one aggregate go to all its handlers in turn, so that these get into each other's way. */
    public void scatterCommands() {
        scatters = true;
        commands.scatter(true);
    }

    public List<Event> eventsOf(String stream) {
        return events.of(stream);
    }

    public int snapshotsOf(String stream) {
        return events.snapshotsOf(stream);
    }

    /** How many appends were refused because of their sequence number. */
    public int conflicts() {
        return events.conflicts();
    }

    public void append(Event event) {
        events.append(List.of(event));
    }

    static InstructionAck ack(String instruction) {
        return InstructionAck.newBuilder()
                .setInstructionId(instruction)
                .setSuccess(true)
                .build();
    }

    private static final class Platform extends PlatformServiceGrpc.PlatformServiceImplBase {

        @Override
        public void getPlatformServer(ClientIdentification client, StreamObserver<PlatformInfo> answer) {
            answer.onNext(PlatformInfo.newBuilder().setSameConnection(true).build());
            answer.onCompleted();
        }

        @Override
        public StreamObserver<PlatformInboundInstruction> openStream(
                StreamObserver<PlatformOutboundInstruction> client) {
            return new FromClient<>(client) {
                @Override
                public void onNext(PlatformInboundInstruction instruction) {
                    if (instruction.hasHeartbeat()) {
                        send(PlatformOutboundInstruction.newBuilder()
                                .setHeartbeat(Heartbeat.getDefaultInstance())
                                .build());
                    }
                    if (!instruction.getInstructionId().isEmpty()) {
                        send(PlatformOutboundInstruction.newBuilder()
                                .setAck(ack(instruction.getInstructionId()))
                                .build());
                    }
                }
            };
        }
    }

    private static final class Queries extends QueryServiceGrpc.QueryServiceImplBase {

        @Override
        public StreamObserver<QueryProviderOutbound> openStream(StreamObserver<QueryProviderInbound> client) {
            return new FromClient<>(client) {
                @Override
                public void onNext(QueryProviderOutbound instruction) {
                    if (!instruction.getInstructionId().isEmpty()) {
                        send(QueryProviderInbound.newBuilder()
                                .setAck(ack(instruction.getInstructionId()))
                                .build());
                    }
                }
            };
        }
    }
}
