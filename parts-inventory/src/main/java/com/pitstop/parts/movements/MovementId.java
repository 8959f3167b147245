package com.pitstop.parts.movements;

import java.io.Serializable;

/** Which movement: the event of this number in its part's stream. */
record MovementId(String sku, long version) implements Serializable {}
