package com.pitstop.chassis.messaging;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.axonframework.common.IdentifierFactory;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;

/**
 * Identifiers that ascend in time, so that what is made one after the other also stands together in every index. Axon finds
 * this as a service, and names all messages by it.
 */
public final class AscendingIdentifiers extends IdentifierFactory {

    private static final long END = 0xFFFF; // of the half that begins with 48 bits of time
    private static final long END_OF_HASH = 0x0FFF;
    private static final long VERSION_8 = 0x8000;
    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    /** A UUID of version 7. */
    public static UUID next() {
        return GENERATOR.generate();
    }

    /**
     * For what is made in the course of something else: another UUID for every name and the same for the same, which begins
     * like the one given and so stands beside it. Its version is 8, that of UUIDs with a meaning of their own (RFC 9562).
     */
    public static UUID near(UUID other, String name) {
        var hash = UUID.nameUUIDFromBytes((other + "\n" + name).getBytes(StandardCharsets.UTF_8));
        var beginning = other.getMostSignificantBits() & ~END;
        var end = hash.getMostSignificantBits() & END_OF_HASH;
        return new UUID(beginning | VERSION_8 | end, hash.getLeastSignificantBits());
    }

    @Override
    public String generateIdentifier() {
        return next().toString();
    }
}
