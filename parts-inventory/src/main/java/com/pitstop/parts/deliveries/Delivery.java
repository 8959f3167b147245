package com.pitstop.parts.deliveries;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A delivery as it is now.
 *
 * @param cancellationReason null unless it is cancelled
 */
public record Delivery(
        UUID deliveryId,
        String sku,
        int quantity,
        LocalDate expectedOn,
        DeliveryStatus status,
        @Nullable String cancellationReason) {}
