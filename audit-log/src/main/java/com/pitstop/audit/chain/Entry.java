package com.pitstop.audit.chain;

/**
 * A link of the chain.
 *
 * @param number 1, 2, 3 and so on without gaps
 * @param previousHash the hash of the entry before
 * @param hash the seal over all the rest
 */
public record Entry(long number, Fact fact, String previousHash, String hash) {

    /** Whether the hash is still that of the rest. */
    boolean isSealed() {
        return isSealedAs(number);
    }

    boolean isSealedAs(long anotherNumber) {
        return hash.equals(Seal.over(anotherNumber, fact, previousHash));
    }
}
