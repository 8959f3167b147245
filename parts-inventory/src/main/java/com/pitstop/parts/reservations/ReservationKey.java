package com.pitstop.parts.reservations;

import java.io.Serializable;

/** Which reservation: different parts may be kept under the same id. */
record ReservationKey(String sku, String reservationId) implements Serializable {}
