package com.pitstop.process.slips;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.axonframework.queryhandling.QueryHandler;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;

import com.pitstop.process.domain.Participants;

/** Answers how things stand with routing slips. */
@Component
public class Slips {

    private static final Sort NEWEST_FIRST =
            Sort.by("startedAt", "trackingNumber").descending();
    private static final Sort LATEST_FIRST =
            Sort.by("openedAt", "trackingNumber", "incidentId").descending();

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
                .filter(timer -> timer.dueAt().isBefore(Participants.UNTIL_RESUMED))
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
        var found = slips.findAll(
                        SlipFilters.matching(query.filter()), PageRequest.of(query.page(), query.size(), NEWEST_FIRST))
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
}
