package com.pitstop.parts.deliveries;

import java.util.List;

/** A page of deliveries, those expected first before others. Pages count from 0. */
public record DeliveryPage(List<Delivery> items, int page, int size, long totalItems, int totalPages) {}
