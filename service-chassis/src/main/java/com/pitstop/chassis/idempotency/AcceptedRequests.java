package com.pitstop.chassis.idempotency;

import java.util.List;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** The requests that had their effect under an {@code Idempotency-Key}: a stream each, so no table remembers them. */
public class AcceptedRequests {

    private final EventStore eventStore;

    public AcceptedRequests(EventStore eventStore) {
        this.eventStore = eventStore;
    }

    /**
     * Whether this very request was accepted before.
     *
     * @throws KeyReusedException when another request was
     */
    public boolean contain(RequestKey key) {
        var events = eventStore.readEvents(key.stream());
        if (!events.hasNext()) {
            return false;
        }
        if (events.next().getPayload() instanceof RequestAccepted accepted
                && accepted.fingerprint().equals(key.fingerprint())) {
            return true;
        }
        throw new KeyReusedException();
    }

    /** To be called in the unit of work of the request's effect. Of two at once, the second to commit has a conflict. */
    void add(RequestKey key) {
        eventStore.publish(List.of(asEvent(key)));
    }

    /** What to append so that the key is used up. */
    public DomainEventMessage<RequestAccepted> asEvent(RequestKey key) {
        return new GenericDomainEventMessage<>("Request", key.stream(), 0, new RequestAccepted(key.fingerprint()));
    }
}
