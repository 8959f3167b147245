package com.pitstop.process.slips;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.persistence.Filter;

/** Answers how things stand with routing slips. */
@Component
public class Slips {

    private static final Sort NEWEST_FIRST =
            Sort.by("startedAt", "trackingNumber").descending();
    private static final Sort LATEST_FIRST =
            Sort.by("openedAt", "trackingNumber", "incidentId").descending();
    private static final List<StepState> OPEN =
            Arrays.stream(StepState.values()).filter(StepState::isOpen).toList();

    private final SlipViewRepository slips;
    private final StepViewRepository steps;
    private final TimerViewRepository timers;
    private final SignalViewRepository signals;
    private final IncidentViewRepository incidents;

    Slips(
            SlipViewRepository slips,
            StepViewRepository steps,
            TimerViewRepository timers,
            SignalViewRepository signals,
            IncidentViewRepository incidents) {
        this.slips = slips;
        this.steps = steps;
        this.timers = timers;
        this.signals = signals;
        this.incidents = incidents;
    }

    public Optional<Slip> find(UUID trackingNumber) {
        return slips.findById(trackingNumber).map(SlipView::asSlip);
    }

    /** In the order of the itinerary. */
    public List<Step> steps(UUID trackingNumber) {
        return steps.findByTrackingNumberOrderByPosition(trackingNumber).stream()
                .map(StepView::asStep)
                .toList();
    }

    /** Those that are still to fire, the next first. */
    public List<Timer> timers(UUID trackingNumber) {
        return timers.findByTrackingNumberAndSettledFalseOrderByDueAtAscTimerIdAsc(trackingNumber).stream()
                .map(TimerView::asTimer)
                .toList();
    }

    /** What it waits for now. */
    public List<Signal> signals(UUID trackingNumber) {
        return signals.findByTrackingNumberAndSettledFalseOrderByName(trackingNumber).stream()
                .map(SignalView::asSignal)
                .toList();
    }

    /** Those that are open, the oldest first. */
    public List<Incident> incidents(UUID trackingNumber) {
        return incidents.findByTrackingNumberAndResolvedAtIsNullOrderByOpenedAtAscIncidentIdAsc(trackingNumber).stream()
                .map(IncidentView::asIncident)
                .toList();
    }

    @QueryHandler
    SlipPage handle(ListSlips query) {
        Specification<SlipView> asked = Specification.allOf(
                Filter.is("state", query.state()),
                Filter.is("process", query.process()),
                Filter.is("customerId", query.customerId()),
                Filter.is("licenseNumber", query.licenseNumber()),
                withOpenStep("participant", query.participant()),
                withOpenStep("name", query.step()));
        var found = slips.findAll(asked, PageRequest.of(query.page(), query.size(), NEWEST_FIRST))
                .map(SlipView::asSlip)
                .map(SlipPage.Item::of);
        return new SlipPage(
                found.getContent(),
                found.getNumber(),
                found.getSize(),
                found.getTotalElements(),
                found.getTotalPages());
    }

    @QueryHandler
    IncidentPage handle(ListIncidents query) {
        var page = PageRequest.of(query.page(), query.size(), LATEST_FIRST);
        var found = (query.resolvedToo() ? incidents.findAll(page) : incidents.findByResolvedAtIsNull(page))
                .map(IncidentView::asIncident);
        return new IncidentPage(
                found.getContent(),
                found.getNumber(),
                found.getSize(),
                found.getTotalElements(),
                found.getTotalPages());
    }

    private static Specification<SlipView> withOpenStep(String attribute, @Nullable String value) {
        if (value == null) {
            return Specification.unrestricted();
        }
        return (slip, query, where) -> {
            var ofSlip = query.subquery(Integer.class);
            var step = ofSlip.from(StepView.class);
            ofSlip.select(where.literal(1))
                    .where(
                            where.equal(step.get("trackingNumber"), slip.get("trackingNumber")),
                            where.equal(step.get(attribute), value),
                            step.get("state").in(OPEN));
            return where.exists(ofSlip);
        };
    }
}
