package com.pitstop.workshop.registry;

/** Asks for customers by name, some text of which contains the query; answered by a {@link WorkshopCustomerPage}. */
public record ListWorkshopCustomers(String query, int page, int size) {}
