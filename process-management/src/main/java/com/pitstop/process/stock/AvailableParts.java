package com.pitstop.process.stock;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.processing.Rebuilds;

/**
 * Looks whether parts are there, so that nothing is begun that cannot be done. The table may lag and promises nothing: it is
 * the inventory that decides when they are reserved. A part that is not in the table but has events is left to it too.
 */
@Component
public class AvailableParts {

    private final PartStockRepository parts;
    private final EventStore eventStore;
    private final Rebuilds rebuilds;

    AvailableParts(PartStockRepository parts, EventStore eventStore, Rebuilds rebuilds) {
        this.parts = parts;
        this.eventStore = eventStore;
        this.rebuilds = rebuilds;
    }

    /**
     * Insists that they are there, or at least known when they are to be ordered.
     *
     * @throws PartsMissingException naming all that are not
     */
    public void require(Collection<WantedPart> wanted) {
        var isRebuilt = rebuilds.isRunning(PartStockProjection.GROUP);
        var shortages = wanted.stream()
                .flatMap(part -> isRebuilt ? unknown(part) : shortage(part))
                .toList();
        if (!shortages.isEmpty()) {
            throw new PartsMissingException(shortages);
        }
    }

    private Stream<Shortage> shortage(WantedPart wanted) {
        Optional<PartStockView> part = parts.findById(wanted.sku());
        return part.isEmpty()
                ? unknown(wanted)
                : part
                        .map(PartStockView::available)
                        .filter(available -> !wanted.onOrder() && available < wanted.quantity())
                        .map(available -> new Shortage(wanted.sku(), wanted.quantity(), available, true))
                        .stream();
    }

    private Stream<Shortage> unknown(WantedPart wanted) {
        return eventStore.lastSequenceNumberFor("part:" + wanted.sku()).isPresent()
                ? Stream.empty()
                : Stream.of(new Shortage(wanted.sku(), wanted.quantity(), 0, false));
    }
}
