package com.pitstop.parts.reservations;

import java.util.List;

/** A page of open reservations, those that expire first before others. Pages count from 0. */
public record ReservationPage(List<Reservation> items, int page, int size, long totalItems, int totalPages) {}
