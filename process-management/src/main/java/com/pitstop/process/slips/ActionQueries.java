package com.pitstop.process.slips;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.axonframework.queryhandling.QueryHandler;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;

/** Answers which slips an action would touch: those that it can do something about. */
@Component
class ActionQueries {

    private static final Sort OLDEST_FIRST = Sort.by("startedAt", "trackingNumber");
    private static final Set<SlipState> GOING_ON =
            EnumSet.of(SlipState.RUNNING, SlipState.WAITING_RETRY, SlipState.WAITING_SIGNAL, SlipState.COMPENSATING);
    private static final Set<SlipState> FORWARD =
            EnumSet.of(SlipState.RUNNING, SlipState.WAITING_RETRY, SlipState.WAITING_SIGNAL, SlipState.PAUSED);

    private final SlipViewRepository slips;
    private final StepViewRepository steps;

    ActionQueries(SlipViewRepository slips, StepViewRepository steps) {
        this.slips = slips;
        this.steps = steps;
    }

    @QueryHandler
    AffectedSlips handle(ListAffected query) {
        var found = slips.findAll(affected(query), PageRequest.of(0, query.atMost(), OLDEST_FIRST));
        var ids = found.map(SlipView::getId).getContent();
        var stuck = query.action().isOfSteps() && !ids.isEmpty() ? stuck(query, ids) : Map.<UUID, List<String>>of();
        return new AffectedSlips(
                found.getTotalElements(),
                found.map(SlipView::asSlip)
                        .map(slip -> new AffectedSlips.Affected(
                                SlipPage.Item.of(slip), stuck.getOrDefault(slip.trackingNumber(), List.of())))
                        .getContent());
    }

    private static Specification<SlipView> affected(ListAffected query) {
        Specification<SlipView> underWay = (slip, asked, where) -> where.isNull(slip.get("endedAt"));
        return underWay.and(
                query.action().isOfSteps()
                        ? SlipFilters.ofTheWhole(query.filter()).and(StuckSteps.among(query))
                        : SlipFilters.matching(query.filter()).and(fitFor(query.action())));
    }

    private static Specification<SlipView> fitFor(SlipAction action) {
        return (slip, asked, where) -> switch (action) {
            case PAUSE -> where.and(slip.get("state").in(GOING_ON), where.isFalse(slip.get("paused")));
            case RESUME -> where.isTrue(slip.get("paused"));
            case CANCEL -> slip.get("state").in(FORWARD);
            case RESOLVE, RETRY, SKIP -> where.conjunction();
        };
    }

    private Map<UUID, List<String>> stuck(ListAffected query, Collection<UUID> trackingNumbers) {
        return steps.findAll(StuckSteps.of(query, trackingNumbers), Sort.by("position")).stream()
                .map(StepView::getId)
                .collect(Collectors.groupingBy(
                        StepKey::trackingNumber, Collectors.mapping(StepKey::name, Collectors.toList())));
    }
}
