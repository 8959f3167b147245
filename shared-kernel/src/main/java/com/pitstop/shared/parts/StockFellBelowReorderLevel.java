package com.pitstop.shared.parts;

import org.axonframework.serialization.Revision;

/**
 * It is time to order a part. Told once, until there was enough of it again.
 *
 * @param available pieces on the shelf that are not reserved
 */
@Revision("1")
public record StockFellBelowReorderLevel(String sku, int available, int reorderLevel) {}
