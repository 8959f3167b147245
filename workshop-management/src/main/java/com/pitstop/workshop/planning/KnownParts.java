package com.pitstop.workshop.planning;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.processing.Rebuilds;
import com.pitstop.shared.RuleViolatedException;
import com.pitstop.workshop.readmodel.PartView;
import com.pitstop.workshop.readmodel.PartViewRepository;

/** The parts that may go into a vehicle. While their table is being rebuilt, the parts' own events tell. */
@Component
public class KnownParts {

    private static final String PROCESSING_GROUP = "workshop-parts";

    private final PartViewRepository parts;
    private final EventStore eventStore;
    private final Rebuilds rebuilds;

    KnownParts(PartViewRepository parts, EventStore eventStore, Rebuilds rebuilds) {
        this.parts = parts;
        this.eventStore = eventStore;
        this.rebuilds = rebuilds;
    }

    /**
     * Insists that each of them is known.
     *
     * @throws RuleViolatedException {@code known-part} when the workshop does not know all of them
     */
    public void requireAll(Collection<String> skus) {
        var unknown = new HashSet<>(skus);
        unknown.removeAll(known(Set.copyOf(skus)));
        if (!unknown.isEmpty()) {
            throw new RuleViolatedException(
                    "known-part",
                    "The workshop knows no part %s"
                            .formatted(
                                    String.join(", ", unknown.stream().sorted().toList())));
        }
    }

    private Collection<String> known(Set<String> skus) {
        return rebuilds.isRunning(PROCESSING_GROUP)
                ? skus.stream().filter(this::hasEvents).toList()
                : parts.findAllById(skus).stream().map(PartView::sku).toList();
    }

    private boolean hasEvents(String sku) {
        return eventStore.lastSequenceNumberFor("part:" + sku).isPresent();
    }
}
