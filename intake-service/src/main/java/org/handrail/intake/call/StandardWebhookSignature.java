package org.handrail.intake.call;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Standard Webhooks: HMAC-SHA256 over {@code id.timestamp.body}, five minutes' tolerance both ways. Several secrets
 * allow rotation, several signatures likewise.
 */
public final class StandardWebhookSignature {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Pattern TIMESTAMP = Pattern.compile("[0-9]{1,12}");
    private static final String PREFIX = "whsec_";

    private final List<byte[]> secrets;

    /** @param secrets separated by spaces, each base64 with or without {@code whsec_} before it */
    public StandardWebhookSignature(String secrets) {
        List<byte[]> keys = new ArrayList<>();
        for (String secret : secrets.strip().split("\\s+")) {
            String base64 = secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret;
            try {
                keys.add(Base64.getDecoder().decode(base64));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("HANDRAIL_WEBHOOK_SECRET must be base64, as in whsec_MfKQ9r8...");
            }
            if (keys.get(keys.size() - 1).length == 0) {
                throw new IllegalArgumentException("HANDRAIL_WEBHOOK_SECRET must not be empty");
            }
        }
        this.secrets = List.copyOf(keys);
    }

    /** @param signatures the header: {@code v1,<base64>} entries separated by spaces; other versions are ignored */
    public boolean matches(String id, String timestamp, String signatures, byte[] body, Instant now) {
        if (!TIMESTAMP.matcher(timestamp).matches()) {
            return false;
        }
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now).abs();
        if (age.compareTo(TOLERANCE) > 0) {
            return false;
        }
        boolean matches = false;
        for (byte[] secret : secrets) {
            byte[] expected = sign(secret, id, timestamp, body).getBytes(StandardCharsets.UTF_8);
            for (String given : signatures.strip().split("\\s+")) {
                matches |= MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8));
            }
        }
        return matches;
    }

    static String sign(byte[] secret, String id, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
