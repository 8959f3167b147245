package com.pitstop.chassis.test.axonserver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

import io.axoniq.axonserver.grpc.event.Confirmation;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventStoreGrpc;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.axoniq.axonserver.grpc.event.GetAggregateEventsRequest;
import io.axoniq.axonserver.grpc.event.GetAggregateSnapshotsRequest;
import io.axoniq.axonserver.grpc.event.GetEventsRequest;
import io.axoniq.axonserver.grpc.event.GetFirstTokenRequest;
import io.axoniq.axonserver.grpc.event.GetLastTokenRequest;
import io.axoniq.axonserver.grpc.event.ReadHighestSequenceNrRequest;
import io.axoniq.axonserver.grpc.event.ReadHighestSequenceNrResponse;
import io.axoniq.axonserver.grpc.event.TrackingToken;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;

/** Events and snapshots in memory. An append is all or nothing, and only of the next events of each stream. */
class FakeEvents extends EventStoreGrpc.EventStoreImplBase {

    private final List<Event> events = new ArrayList<>();
    private final List<Event> snapshots = new ArrayList<>();
    private final Set<Reader> readers = new CopyOnWriteArraySet<>();
    private int conflicts;

    synchronized List<Event> of(String stream) {
        return events.stream()
                .filter(event -> event.getAggregateIdentifier().equals(stream))
                .toList();
    }

    synchronized int snapshotsOf(String stream) {
        return (int) snapshots.stream()
                .filter(snapshot -> snapshot.getAggregateIdentifier().equals(stream))
                .count();
    }

    synchronized int conflicts() {
        return conflicts;
    }

    /** False, and nothing is appended, when an event is not the next of its stream. Some are of no stream. */
    synchronized boolean append(List<Event> appended) {
        Map<String, Long> next = new HashMap<>();
        for (var event : appended) {
            var stream = event.getAggregateIdentifier();
            if (stream.isEmpty()) {
                continue;
            }
            var expected = next.computeIfAbsent(stream, name -> (long) of(name).size());
            if (event.getAggregateSequenceNumber() != expected) {
                conflicts++;
                return false;
            }
            next.put(stream, expected + 1);
        }
        events.addAll(appended);
        readers.forEach(Reader::advance);
        return true;
    }

    @Override
    public StreamObserver<Event> appendEvent(StreamObserver<Confirmation> answer) {
        var appended = new ArrayList<Event>();
        return new StreamObserver<>() {
            @Override
            public void onNext(Event event) {
                appended.add(event);
            }

            @Override
            public void onError(Throwable rolledBack) {
                appended.clear();
            }

            @Override
            public void onCompleted() {
                if (append(appended)) {
                    answer(answer, Confirmation.newBuilder().setSuccess(true).build());
                } else {
                    answer.onError(Status.OUT_OF_RANGE
                            .withDescription("[AXONIQ-2000] Invalid sequence number")
                            .asRuntimeException());
                }
            }
        };
    }

    @Override
    public void appendSnapshot(Event snapshot, StreamObserver<Confirmation> answer) {
        synchronized (this) {
            snapshots.add(0, snapshot);
        }
        answer(answer, Confirmation.newBuilder().setSuccess(true).build());
    }

    @Override
    public void listAggregateEvents(GetAggregateEventsRequest request, StreamObserver<Event> answer) {
        of(request.getAggregateId()).stream()
                .filter(event -> event.getAggregateSequenceNumber() >= request.getInitialSequence())
                .forEach(answer::onNext);
        answer.onCompleted();
    }

    @Override
    public void listAggregateSnapshots(GetAggregateSnapshotsRequest request, StreamObserver<Event> answer) {
        List<Event> found;
        synchronized (this) {
            found = snapshots.stream()
                    .filter(snapshot -> snapshot.getAggregateIdentifier().equals(request.getAggregateId()))
                    .filter(snapshot -> snapshot.getAggregateSequenceNumber() <= request.getMaxSequence())
                    .limit(request.getMaxResults())
                    .toList();
        }
        found.forEach(answer::onNext);
        answer.onCompleted();
    }

    @Override
    public StreamObserver<GetEventsRequest> listEvents(StreamObserver<EventWithToken> client) {
        return new Reader(client);
    }

    @Override
    public void readHighestSequenceNr(
            ReadHighestSequenceNrRequest request, StreamObserver<ReadHighestSequenceNrResponse> answer) {
        answer(
                answer,
                ReadHighestSequenceNrResponse.newBuilder()
                        .setToSequenceNr(of(request.getAggregateId()).size() - 1L)
                        .build());
    }

    @Override
    public void getFirstToken(GetFirstTokenRequest request, StreamObserver<TrackingToken> answer) {
        answer(answer, TrackingToken.getDefaultInstance());
    }

    @Override
    public synchronized void getLastToken(GetLastTokenRequest request, StreamObserver<TrackingToken> answer) {
        answer(answer, TrackingToken.newBuilder().setToken(events.size() - 1L).build());
    }

    private static <A> void answer(StreamObserver<A> client, A answer) {
        client.onNext(answer);
        client.onCompleted();
    }

    /** Reads all events in their order, as many as it permits. */
    private final class Reader extends FromClient<GetEventsRequest, EventWithToken> {

        private long next = -1;
        private long permits;

        Reader(StreamObserver<EventWithToken> client) {
            super(client);
        }

        @Override
        public void onNext(GetEventsRequest request) {
            synchronized (FakeEvents.this) {
                if (next < 0) {
                    next = request.getTrackingToken();
                    readers.add(this);
                }
                permits += request.getNumberOfPermits();
                advance();
            }
        }

        /** To be called by whoever has the lock of the store. */
        void advance() {
            while (permits > 0 && next < events.size()) {
                send(EventWithToken.newBuilder()
                        .setToken(next)
                        .setEvent(events.get((int) next))
                        .build());
                next++;
                permits--;
            }
        }

        @Override
        void leaves() {
            readers.remove(this);
        }
    }
}
