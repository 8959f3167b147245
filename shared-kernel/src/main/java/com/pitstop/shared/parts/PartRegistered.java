package com.pitstop.shared.parts;

import java.math.BigDecimal;

import org.axonframework.serialization.Revision;

/**
 * The garage keeps a new kind of part.
 *
 * @param sku in upper case
 * @param unitPrice of one piece, excluding VAT
 * @param currency ISO 4217
 * @param reorderLevel below how many pieces available it is to be ordered again
 */
@Revision("1")
public record PartRegistered(String sku, String name, BigDecimal unitPrice, String currency, int reorderLevel) {}
