package com.pitstop.chassis.hub.axonserver;

import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.axoniq.axonserver.grpc.control.PlatformServiceGrpc;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;

/** Notes how attempts to connect end, and says in the log when that changes. Every connection begins with one call. */
class ConnectionLog implements ClientInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionLog.class);

    private Optional<String> lastFailure = Optional.empty();

    /** Why the last attempt failed; empty when it did not. */
    synchronized Optional<String> lastFailure() {
        return lastFailure;
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel channel) {
        var call = channel.newCall(method, options);
        return method.getFullMethodName()
                        .equals(PlatformServiceGrpc.getGetPlatformServerMethod().getFullMethodName())
                ? new Noted<>(call)
                : call;
    }

    private synchronized void note(Status end) {
        var failure = end.isOk() ? Optional.<String>empty() : Optional.of(describe(end));
        if (lastFailure.isEmpty()) {
            failure.ifPresent(why -> LOG.warn("Axon Server cannot be reached, and is tried again: {}", why));
        } else if (failure.isEmpty()) {
            LOG.info("Axon Server is reached again");
        }
        lastFailure = failure;
    }

    private static String describe(Status end) {
        return end.getCause() == null
                ? "%s %s".formatted(end.getCode(), end.getDescription())
                : "%s %s, %s"
                        .formatted(
                                end.getCode(),
                                end.getDescription(),
                                end.getCause().getMessage());
    }

    private final class Noted<Q, A> extends SimpleForwardingClientCall<Q, A> {

        Noted(ClientCall<Q, A> call) {
            super(call);
        }

        @Override
        public void start(Listener<A> listener, Metadata headers) {
            super.start(
                    new SimpleForwardingClientCallListener<>(listener) {
                        @Override
                        public void onClose(Status status, Metadata trailers) {
                            note(status);
                            super.onClose(status, trailers);
                        }
                    },
                    headers);
        }
    }
}
