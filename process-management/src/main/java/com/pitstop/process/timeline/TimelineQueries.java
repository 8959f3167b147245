package com.pitstop.process.timeline;

import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers what happened to a routing slip. */
@Component
class TimelineQueries {

    private final MomentViewRepository moments;

    TimelineQueries(MomentViewRepository moments) {
        this.moments = moments;
    }

    @QueryHandler
    Timeline handle(FindTimeline query) {
        return new Timeline(
                moments
                        .findByTrackingNumberAndRecordedAtLessThanEqualOrderByPosition(
                                query.trackingNumber(), query.asOf())
                        .stream()
                        .map(MomentView::asMoment)
                        .toList());
    }
}
