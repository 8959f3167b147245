package com.pitstop.process.status;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.pitstop.process.slips.SlipState;

/**
 * What came of a routing slip.
 *
 * @param outcome of one that has ended; of others how far they have come
 * @param reason why it ended so, empty when there is nothing to tell
 * @param made what each step that was done has made, by the name of the step
 * @param warnings what was to be done and was not
 */
public record ProcessResults(
        UUID trackingNumber,
        String process,
        int version,
        SlipState outcome,
        String reason,
        Instant startedAt,
        @Nullable Instant endedAt,
        Map<String, Map<String, Object>> made,
        List<String> warnings) {

    public ProcessResults {
        made = Map.copyOf(made);
        warnings = List.copyOf(warnings);
    }
}
