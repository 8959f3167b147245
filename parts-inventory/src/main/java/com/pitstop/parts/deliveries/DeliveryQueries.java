package com.pitstop.parts.deliveries;

import java.util.Optional;

import org.axonframework.queryhandling.QueryHandler;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;

/** Answers what was ordered and what became of it. */
@Component
class DeliveryQueries {

    private static final Sort EARLIEST_FIRST = Sort.by("expectedOn", "deliveryId");

    private final DeliveryViewRepository deliveries;

    DeliveryQueries(DeliveryViewRepository deliveries) {
        this.deliveries = deliveries;
    }

    @QueryHandler
    Optional<Delivery> handle(FindDelivery query) {
        return deliveries.findById(query.deliveryId()).map(DeliveryView::asDelivery);
    }

    @QueryHandler
    DeliveryPage handle(ListDeliveries query) {
        var found = deliveries
                .find(query.sku(), query.status(), PageRequest.of(query.page(), query.size(), EARLIEST_FIRST))
                .map(DeliveryView::asDelivery);
        return new DeliveryPage(
                found.getContent(), query.page(), query.size(), found.getTotalElements(), found.getTotalPages());
    }
}
