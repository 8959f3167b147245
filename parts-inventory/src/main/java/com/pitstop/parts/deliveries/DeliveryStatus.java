package com.pitstop.parts.deliveries;

/** How far a delivery is. */
public enum DeliveryStatus {
    ARRANGED,
    RECEIVED,
    CANCELLED
}
