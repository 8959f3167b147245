package com.pitstop.audit.chain;

import org.jspecify.annotations.Nullable;

/**
 * The outcome of a walk along the chain.
 *
 * @param intact whether everything is as it was recorded
 * @param entries how many there should be
 * @param hash of the last of them, worth noting in a place that nobody here can write to
 * @param finding the first thing that is not as it was recorded, null when there is none
 */
public record Verification(
        boolean intact, long entries, String hash, @Nullable Finding finding) {

    public static Verification of(Chain chain) {
        var head = chain.head();
        var finding = Inspection.of(chain);
        return new Verification(finding.isEmpty(), head.number(), head.hash(), finding.orElse(null));
    }
}
