package com.pitstop.parts.movements;

import org.axonframework.queryhandling.QueryHandler;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;

/** Answers what happened to the pieces of a part. */
@Component
class MovementQueries {

    private static final Sort NEWEST_FIRST = Sort.by("version").descending();

    private final MovementViewRepository movements;

    MovementQueries(MovementViewRepository movements) {
        this.movements = movements;
    }

    @QueryHandler
    MovementPage handle(ListMovements query) {
        var page = PageRequest.of(query.page(), query.size(), NEWEST_FIRST);
        var found = (query.reference().isEmpty()
                        ? movements.findBySku(query.sku(), page)
                        : movements.findBySkuAndReference(query.sku(), query.reference(), page))
                .map(MovementView::asMovement);
        return new MovementPage(
                found.getContent(), query.page(), query.size(), found.getTotalElements(), found.getTotalPages());
    }
}
