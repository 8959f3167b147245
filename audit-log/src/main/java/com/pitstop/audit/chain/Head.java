package com.pitstop.audit.chain;

/** The end of a chain: how many entries there are, and the hash of the last. */
public record Head(long number, String hash) {

    /** Of a chain without entries. */
    public static final Head NONE = new Head(0, "0".repeat(64));

    /** The next entry, which records the fact. */
    public Entry next(Fact fact) {
        return new Entry(number + 1, fact, hash, Seal.over(number + 1, fact, hash));
    }

    public static Head at(Entry last) {
        return new Head(last.number(), last.hash());
    }
}
