package com.pitstop.parts.reservations;

/** What has become of this reservation? */
public record FindReservation(String sku, String reservationId) {}
