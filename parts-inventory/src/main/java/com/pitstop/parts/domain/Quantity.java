package com.pitstop.parts.domain;

import com.pitstop.shared.InvalidValueException;

/** How many pieces of a part: at least one. */
public record Quantity(int pieces) {

    /** More at once is a slip of the pen. */
    public static final int MOST = 100_000;

    public Quantity {
        if (pieces < 1 || pieces > MOST) {
            throw new InvalidValueException("quantity", "A quantity is 1 to %d, but was %d".formatted(MOST, pieces));
        }
    }
}
