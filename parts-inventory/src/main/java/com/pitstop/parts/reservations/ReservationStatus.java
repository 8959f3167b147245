package com.pitstop.parts.reservations;

/** Whether pieces are still kept, or how that ended. */
public enum ReservationStatus {
    OPEN,
    RELEASED,
    EXPIRED,
    CONSUMED
}
