package com.pitstop.customer.registry;

import java.util.List;

/** A page of customers, by name. Pages count from 0. */
public record CustomerPage(List<Customer> items, int page, int size, long totalItems, int totalPages) {}
