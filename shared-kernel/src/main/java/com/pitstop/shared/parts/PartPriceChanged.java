package com.pitstop.shared.parts;

import java.math.BigDecimal;

import org.axonframework.serialization.Revision;

/** From now on a piece costs this much, excluding VAT, in this ISO 4217 currency. */
@Revision("1")
public record PartPriceChanged(String sku, BigDecimal unitPrice, String currency) {}
