package com.pitstop.audit.search;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.pitstop.audit.subject.SubjectKind;

/** What had been recorded of a customer, a vehicle or a job at that moment, oldest first? Without a moment: until now. */
public record ListTimeline(
        SubjectKind kind, String id, @Nullable Instant asOf, int page, int size) {

    public ListTimeline {
        Moments.requireUsable(asOf);
    }
}
