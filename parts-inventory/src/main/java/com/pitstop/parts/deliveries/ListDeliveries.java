package com.pitstop.parts.deliveries;

import org.jspecify.annotations.Nullable;

/** Which deliveries are there, of this part and this far, if that matters? */
public record ListDeliveries(@Nullable String sku, @Nullable DeliveryStatus status, int page, int size) {}
