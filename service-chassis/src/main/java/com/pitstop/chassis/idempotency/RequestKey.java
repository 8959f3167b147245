package com.pitstop.chassis.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MetaData;

/**
 * What makes a request the same request: the key its client chose, within the kind of request it is.
 *
 * @param id decides the id of what the request makes, and names the stream that remembers it
 * @param fingerprint what was asked, so that another request under the same key is noticed
 */
public record RequestKey(UUID id, String fingerprint) {

    private static final String ID = "requestKey";
    private static final String FINGERPRINT = "requestFingerprint";

    public static RequestKey of(String kindOfRequest, String key, String whatIsAsked) {
        return of(UUID.nameUUIDFromBytes((kindOfRequest + '\n' + key).getBytes(StandardCharsets.UTF_8)), whatIsAsked);
    }

    /** For a request that is known by an id. */
    public static RequestKey of(UUID id, String whatIsAsked) {
        return new RequestKey(id, sha256(whatIsAsked));
    }

    public Map<String, ?> asMetaData() {
        return MetaData.with(ID, id.toString()).and(FINGERPRINT, fingerprint);
    }

    static Optional<RequestKey> of(CommandMessage<?> command) {
        var id = (String) command.getMetaData().get(ID);
        var fingerprint = (String) command.getMetaData().get(FINGERPRINT);
        return id == null || fingerprint == null
                ? Optional.empty()
                : Optional.of(new RequestKey(UUID.fromString(id), fingerprint));
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    String stream() {
        return "request:" + id;
    }
}
