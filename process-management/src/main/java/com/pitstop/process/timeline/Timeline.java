package com.pitstop.process.timeline;

import java.util.List;

/** What happened to a routing slip, the oldest first. */
public record Timeline(List<Moment> items) {

    public Timeline {
        items = List.copyOf(items);
    }
}
