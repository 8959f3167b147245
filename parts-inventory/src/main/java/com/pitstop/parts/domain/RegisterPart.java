package com.pitstop.parts.domain;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import com.pitstop.shared.InvalidValueException;
import com.pitstop.shared.OneLine;

/**
 * Asks that the garage keeps a new kind of part. There are none of it yet.
 *
 * @param reorderLevel below how many pieces available it is to be ordered again
 */
public record RegisterPart(@TargetAggregateIdentifier PartId partId, String name, Price price, int reorderLevel) {

    public static final int NAME_LIMIT = 100;
    public static final int HIGHEST_REORDER_LEVEL = 100_000;

    public RegisterPart {
        OneLine.require("A part's name", name, NAME_LIMIT);
        if (reorderLevel < 0 || reorderLevel > HIGHEST_REORDER_LEVEL) {
            throw new InvalidValueException(
                    "reorder-level",
                    "A reorder level is 0 to %d, but was %d".formatted(HIGHEST_REORDER_LEVEL, reorderLevel));
        }
    }
}
