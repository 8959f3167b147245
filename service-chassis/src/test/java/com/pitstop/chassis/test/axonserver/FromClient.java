package com.pitstop.chassis.test.axonserver;

import io.grpc.stub.StreamObserver;

/** What a client sends in a stream, and the way back to it, which several threads may use. */
abstract class FromClient<Q, A> implements StreamObserver<Q> {

    private final StreamObserver<A> client;
    private boolean gone;

    FromClient(StreamObserver<A> client) {
        this.client = client;
    }

    synchronized void send(A message) {
        if (!gone) {
            client.onNext(message);
        }
    }

    /** For whoever has more to tidy up. */
    void leaves() {}

    @Override
    public void onError(Throwable cause) {
        synchronized (this) {
            gone = true;
        }
        leaves();
    }

    @Override
    public void onCompleted() {
        synchronized (this) {
            if (!gone) {
                gone = true;
                client.onCompleted();
            }
        }
        leaves();
    }
}
