package com.pitstop.audit.chain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The SHA-256, in hex, over the canonical form of an entry: number, event id, moment (ISO 8601, UTC), kind, what,
 * command, subject, user, correlation id, causation id, rule, payload and previous hash in this order, each as the number
 * of its bytes in UTF-8, a colon, those bytes and a line feed. So no two entries have the same form.
 */
final class Seal {

    private Seal() {}

    static String over(long number, Fact fact, String previousHash) {
        var digest = sha256();
        List.of(
                        Long.toString(number),
                        fact.eventId(),
                        fact.recordedAt().toString(),
                        fact.kind(),
                        fact.what(),
                        fact.command(),
                        fact.subject(),
                        fact.user(),
                        fact.correlationId(),
                        fact.causationId(),
                        fact.rule(),
                        fact.payload(),
                        previousHash)
                .forEach(part -> add(part.getBytes(StandardCharsets.UTF_8), digest));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(byte[] part, MessageDigest digest) {
        digest.update((part.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(part);
        digest.update((byte) '\n');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
