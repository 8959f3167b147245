package com.pitstop.parts.movements;

import java.time.Instant;

/**
 * What happened to the pieces of a part.
 *
 * @param version which change of the part it is; they count from 0
 * @param at when it was recorded
 * @param reference the id of the receipt, adjustment, reservation or job that it belongs to
 * @param onHandChange how many pieces more are on the shelf since then, or fewer when negative
 * @param reservedChange how many pieces more are kept for somebody since then, or fewer when negative
 * @param reason empty unless it is an adjustment
 */
public record Movement(
        String sku,
        long version,
        Instant at,
        MovementKind kind,
        String reference,
        int onHandChange,
        int reservedChange,
        String reason) {}
