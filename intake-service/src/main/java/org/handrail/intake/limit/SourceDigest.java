package org.handrail.intake.limit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A network address under a key, so that who reads the table learns none: there are so few addresses that a digest
 * without one could be looked up.
 *
 * @param hex HMAC-SHA256 in lower case
 */
public record SourceDigest(String hex) {

    private static final String HMAC = "HmacSHA256";

    /** @param secret which all instances share; with another one counting begins anew */
    public static SourceDigest of(String network, String secret) {
        return new SourceDigest(HexFormat.of().formatHex(
                hmac(hmac(secret.getBytes(StandardCharsets.UTF_8), "sources of receipts"), network)));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
