package com.pitstop.customer.registry;

/** Which customers have this text, in any case, somewhere in their details? An empty text asks for all. */
public record ListCustomers(String query, int page, int size) {}
