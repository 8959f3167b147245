package com.pitstop.parts.stock;

/** Of which parts are fewer available than there should be, apart from those that are not ordered any more? */
public record ListReorders(int page, int size) {}
