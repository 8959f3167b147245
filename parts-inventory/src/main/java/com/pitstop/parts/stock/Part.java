package com.pitstop.parts.stock;

import java.math.BigDecimal;

/**
 * A part as it is now.
 *
 * @param unitPrice of one piece, excluding VAT
 * @param available pieces on hand that are not reserved
 * @param discontinued whether it is not ordered any more
 * @param version up to which of its changes this is; they count from 0
 */
public record Part(
        String sku,
        String name,
        BigDecimal unitPrice,
        String currency,
        int reorderLevel,
        int onHand,
        int reserved,
        int available,
        boolean discontinued,
        long version) {}
