package com.pitstop.parts.stock;

import java.util.Locale;
import java.util.Optional;

import org.axonframework.queryhandling.QueryHandler;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;

/** Answers which parts there are, and how many. */
@Component
class StockQueries {

    private static final Sort BY_NUMBER = Sort.by("sku");

    private final PartViewRepository parts;

    StockQueries(PartViewRepository parts) {
        this.parts = parts;
    }

    @QueryHandler
    Optional<Part> handle(FindPart query) {
        return parts.findById(query.sku()).map(PartView::asPart);
    }

    @QueryHandler
    PartPage handle(ListParts query) {
        return page(parts.findBySearchTextContaining(
                query.query().toLowerCase(Locale.ROOT), PageRequest.of(query.page(), query.size(), BY_NUMBER)));
    }

    @QueryHandler
    PartPage handle(ListReorders query) {
        return page(parts.findByToReorderTrue(PageRequest.of(query.page(), query.size(), BY_NUMBER)));
    }

    private static PartPage page(Page<PartView> found) {
        return new PartPage(
                found.map(PartView::asPart).getContent(),
                found.getNumber(),
                found.getSize(),
                found.getTotalElements(),
                found.getTotalPages());
    }
}
