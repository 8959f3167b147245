package com.pitstop.parts.domain;

import java.util.UUID;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import com.pitstop.shared.InvalidValueException;
import com.pitstop.shared.OneLine;

/**
 * Corrects the books to what is really on the shelf.
 *
 * @param pieces more than the books have, or fewer when negative
 */
public record AdjustStock(@TargetAggregateIdentifier PartId partId, UUID adjustmentId, int pieces, String reason) {

    public static final int MOST = Quantity.MOST;
    public static final int REASON_LIMIT = 200;

    public AdjustStock {
        if (pieces == 0 || Math.abs((long) pieces) > MOST) {
            throw new InvalidValueException(
                    "quantity", "An adjustment is -%1$d to %1$d and not 0, but was %2$d".formatted(MOST, pieces));
        }
        OneLine.require("A reason", reason, REASON_LIMIT);
    }
}
