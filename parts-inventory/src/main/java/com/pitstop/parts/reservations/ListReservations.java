package com.pitstop.parts.reservations;

/** Which pieces of this part are kept, and for whom? */
public record ListReservations(String sku, int page, int size) {}
