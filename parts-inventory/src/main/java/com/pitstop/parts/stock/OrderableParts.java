package com.pitstop.parts.stock;

import java.util.Optional;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.messaging.PastEvents;
import com.pitstop.chassis.processing.Rebuilds;
import com.pitstop.shared.NotFoundException;
import com.pitstop.shared.RuleViolatedException;
import com.pitstop.shared.parts.PartDiscontinued;
import com.pitstop.shared.parts.Sku;

/** The parts that may be ordered. While their table is being rebuilt, a part's own events tell. */
@Component
public class OrderableParts {

    private static final String PROCESSING_GROUP = "parts-stock";

    private final PartViewRepository parts;
    private final EventStore eventStore;
    private final Rebuilds rebuilds;

    OrderableParts(PartViewRepository parts, EventStore eventStore, Rebuilds rebuilds) {
        this.parts = parts;
        this.eventStore = eventStore;
        this.rebuilds = rebuilds;
    }

    /**
     * Insists that a part may be ordered.
     *
     * @throws NotFoundException {@code known-part} when there is no such part
     * @throws RuleViolatedException {@code part-continued} when it is not ordered any more
     */
    public void require(Sku sku) {
        var discontinued = isDiscontinued(sku.value())
                .orElseThrow(() -> new NotFoundException("known-part", "Part %s is not known".formatted(sku)));
        if (discontinued) {
            throw new RuleViolatedException("part-continued", "Part %s is not ordered any more".formatted(sku));
        }
    }

    /** Empty when there is no such part. */
    private Optional<Boolean> isDiscontinued(String sku) {
        return rebuilds.isRunning(PROCESSING_GROUP)
                ? isDiscontinuedByItsEvents("part:" + sku)
                : parts.findById(sku).map(part -> part.asPart().discontinued());
    }

    private Optional<Boolean> isDiscontinuedByItsEvents(String stream) {
        return PastEvents.of(eventStore, stream)
                .<Boolean>map(PartDiscontinued.class::isInstance)
                .reduce(Boolean::logicalOr);
    }
}
