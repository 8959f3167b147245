package com.pitstop.process.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.pitstop.shared.InvalidValueException;

/** What a subscriber and the garage know, and nobody else, as Standard Webhooks writes it. It does not show in a log. */
public final class WebhookSecret {

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int FEWEST_BYTES = 24;
    private static final int MOST_BYTES = 64;

    private final String text;
    private final byte[] key;

    public WebhookSecret(String text) {
        this.text = text;
        this.key = key(text);
        if (key.length < FEWEST_BYTES || key.length > MOST_BYTES) {
            throw new InvalidValueException("webhook-secret", "A secret is whsec_ and 24 to 64 random bytes in Base64");
        }
    }

    /** As {@code webhook-signature} has it. */
    String signature(String webhookId, long timestamp, String body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            var signed = "%s.%d.%s".formatted(webhookId, timestamp, body).getBytes(StandardCharsets.UTF_8);
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    /** For the table, and for nothing else. */
    String asText() {
        return text;
    }

    @Override
    public String toString() {
        return "WebhookSecret";
    }

    private static byte[] key(String text) {
        try {
            return text.startsWith(PREFIX) ? Base64.getDecoder().decode(text.substring(PREFIX.length())) : new byte[0];
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }
}
