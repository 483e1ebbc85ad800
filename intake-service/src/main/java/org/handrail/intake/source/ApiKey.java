package org.handrail.intake.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** A secret that a source signs in with. Only its hash is kept; 256 random bits need no salt and no stretching. */
public record ApiKey(String secret) {

    private static final int SHORTEST = 20;
    private static final int LONGEST = 200;
    private static final SecureRandom RANDOM = new SecureRandom();

    public ApiKey {
        if (secret.length() < SHORTEST || secret.length() > LONGEST || !secret.matches("[!-~]+")) {
            throw new IllegalArgumentException("an API key has 20 to 200 visible ASCII characters");
        }
    }

    public static ApiKey random() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return new ApiKey("hk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    public byte[] sha256() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "ApiKey[]";
    }
}
