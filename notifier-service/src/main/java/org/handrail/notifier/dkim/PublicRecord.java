package org.handrail.notifier.dkim;

import java.util.Arrays;
import java.util.Base64;

/** What DNS must say for a signature to be believed (RFC 6376, 3.6.1; RFC 8463, 4). */
public record PublicRecord(String name, String text) {

    /** RFC 1035: a string within a TXT record. */
    private static final int STRING = 255;
    private static final int ED25519_OCTETS = 32;

    public static PublicRecord of(SigningKey key) {
        byte[] encoded = key.publicKey().getEncoded();
        byte[] octets = key.algorithm() == Algorithm.RSA_SHA256 ? encoded
                : Arrays.copyOfRange(encoded, encoded.length - ED25519_OCTETS, encoded.length);
        return new PublicRecord(key.dnsName(),
                "v=DKIM1; k=" + key.algorithm().keyType() + "; p=" + Base64.getEncoder().encodeToString(octets));
    }

    /** A line of a zone file; what is long is given in several strings, which readers put together. */
    public String zoneLine() {
        StringBuilder line = new StringBuilder(name).append(". IN TXT (");
        for (int i = 0; i < text.length(); i += STRING) {
            line.append(" \"").append(text, i, Math.min(text.length(), i + STRING)).append('"');
        }
        return line.append(" )").toString();
    }
}
