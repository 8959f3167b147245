package com.pitstop.parts.domain;

import com.pitstop.shared.parts.Sku;

/** A kind of part in the books of the garage. Reads {@code part:OIL-5W30-1L}: the name of the part's stream of events. */
public record PartId(Sku sku) {

    static String stream(String sku) {
        return "part:" + sku;
    }

    @Override
    public String toString() {
        return stream(sku.value());
    }
}
