package com.pitstop.process.stock;

import java.util.List;

/** What somebody wants is not there. Names every part that is missing. */
public class PartsMissingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Shortage> shortages;

    PartsMissingException(List<Shortage> shortages) {
        super("Parts are missing", null, false, false);
        this.shortages = List.copyOf(shortages);
    }

    public List<Shortage> shortages() {
        return shortages;
    }
}
