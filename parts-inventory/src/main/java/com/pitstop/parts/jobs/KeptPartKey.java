package com.pitstop.parts.jobs;

import java.io.Serializable;

/** What is kept, and who for. */
record KeptPartKey(String sku, String reservationId) implements Serializable {}
