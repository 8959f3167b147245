package com.pitstop.process.slips;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A page of routing slips, the newest first. Pages count from 0. */
public record SlipPage(List<Item> items, int page, int size, long totalItems, int totalPages) {

    /** A slip in a list: without its variables, which are about people. */
    public record Item(
            UUID trackingNumber,
            String process,
            int version,
            SlipState state,
            @Nullable String customerId,
            @Nullable String licenseNumber,
            Instant startedAt,
            @Nullable Instant endedAt,
            String reason) {

        static Item of(Slip slip) {
            return new Item(
                    slip.trackingNumber(),
                    slip.process(),
                    slip.version(),
                    slip.state(),
                    slip.customerId(),
                    slip.licenseNumber(),
                    slip.startedAt(),
                    slip.endedAt(),
                    slip.reason());
        }
    }
}
