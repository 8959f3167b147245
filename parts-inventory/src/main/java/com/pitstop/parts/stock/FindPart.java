package com.pitstop.parts.stock;

/** What is this part, and how many are there? */
public record FindPart(String sku) {}
