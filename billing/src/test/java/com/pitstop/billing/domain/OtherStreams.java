package com.pitstop.billing.domain;

import java.util.ArrayList;
import java.util.List;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.modelling.command.Repository;
import org.axonframework.modelling.command.RepositoryProvider;

/** The streams that a command touches besides its own: a fixture has room for one stream only. */
class OtherStreams implements RepositoryProvider {

    private final EmbeddedEventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final List<Object> resources = new ArrayList<>();

    OtherStreams(Object... resources) {
        this.resources.addAll(List.of(resources));
        this.resources.add(new InvoiceBooks(this));
    }

    @Override
    public <T> Repository<T> repositoryFor(Class<T> aggregate) {
        return EventSourcingRepository.builder(aggregate)
                .eventStore(store)
                .parameterResolverFactory(MultiParameterResolverFactory.ordered(
                        ClasspathParameterResolverFactory.forClass(aggregate),
                        new SimpleResourceParameterResolverFactory(resources)))
                .repositoryProvider(this)
                .build();
    }

    void happened(String stream, Object event) {
        store.publish(new GenericDomainEventMessage<>("Test", stream, 0, event));
    }

    List<Object> eventsOf(String stream) {
        return store.readEvents(stream)
                .asStream()
                .<Object>map(event -> event.getPayload())
                .toList();
    }
}
