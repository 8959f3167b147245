package com.pitstop.chassis.hub.axonserver;

import com.pitstop.chassis.connection.Outage;

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

/** Notes how attempts to connect end. Every connection begins with one call. */
class ConnectionAttempts implements ClientInterceptor {

    private final Outage outage;

    ConnectionAttempts(Outage outage) {
        this.outage = outage;
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel channel) {
        var call = channel.newCall(method, options);
        return method.getFullMethodName()
                        .equals(PlatformServiceGrpc.getGetPlatformServerMethod().getFullMethodName())
                ? new Noted<>(call)
                : call;
    }

    private void note(Status end) {
        if (end.isOk()) {
            outage.isOver();
        } else {
            outage.goesOn(describe(end));
        }
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
