package org.handrail.notifier.link;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret that tokens are sealed with, and the keys that derive from it.
 */
public final class LinkKey {

    private final int id;
    private final Instant madeAt;
    private final SecretKeySpec sealing;
    private final SecretKeySpec naming;
    private final SecretKeySpec tagging;

    /**
     * @param id     1 to 32767; travels in the token
     * @param secret 32 random bytes
     */
    public LinkKey(int id, byte[] secret, Instant madeAt) {
        if (id < 1 || id > Short.MAX_VALUE || secret.length != 32) {
            throw new IllegalArgumentException("a link key has an id from 1 to 32767 and 32 bytes");
        }
        this.id = id;
        this.madeAt = madeAt;
        this.sealing = new SecretKeySpec(derive(secret, "handrail/link/seal/1"), "AES");
        this.naming = new SecretKeySpec(derive(secret, "handrail/return-path/name/1"), "AES");
        this.tagging = new SecretKeySpec(derive(secret, "handrail/return-path/tag/1"), "HmacSHA256");
    }

    public int id() {
        return id;
    }

    public Instant madeAt() {
        return madeAt;
    }

    SecretKeySpec sealing() {
        return sealing;
    }

    SecretKeySpec naming() {
        return naming;
    }

    SecretKeySpec tagging() {
        return tagging;
    }

    private static byte[] derive(byte[] secret, String use) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(use.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
