package com.pitstop.shared.process;

import java.util.List;
import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * Of steps that stand side by side, each with a condition, none is needed.
 *
 * @param steps those that were skipped for it
 */
@Revision("1")
public record NoBranchTaken(UUID trackingNumber, List<String> steps) {
    public NoBranchTaken {
        steps = List.copyOf(steps);
    }
}
