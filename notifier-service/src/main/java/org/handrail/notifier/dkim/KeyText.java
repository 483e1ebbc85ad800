package org.handrail.notifier.dkim;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A private key as PEM text (RFC 7468), PKCS #8 or the older form of RSA keys. A line before it may say
 * {@code Not-Before: 2026-12-01T00:00:00Z}; tools that read PEM pass over it.
 */
final class KeyText {

    private static final Pattern PEM = Pattern.compile(
            "-----BEGIN ([A-Z0-9 ]+)-----\\s+([A-Za-z0-9+/=\\s]+)-----END \\1-----");
    private static final Pattern NOT_BEFORE = Pattern.compile("(?mi)^Not-Before:[ \\t]*(\\S+)[ \\t\\r]*$");
    private static final byte[] RSA_IDENTIFIER = {0x02, 0x01, 0x00, 0x30, 0x0d, 0x06, 0x09,
        0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00};

    private KeyText() {
    }

    static PrivateKey privateKey(String text) throws UnusableKey {
        Matcher pem = PEM.matcher(text);
        if (!pem.find()) {
            throw new UnusableKey(text.contains("BEGIN ENCRYPTED") || text.contains("Proc-Type")
                    ? "is locked with a password; write it without one, readable by this service alone"
                    : "holds no private key in PEM (-----BEGIN PRIVATE KEY-----)");
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(pem.group(2));
            return switch (pem.group(1)) {
                case "PRIVATE KEY" -> decoded(der);
                case "RSA PRIVATE KEY" -> decoded(wrapped(der));
                case "ENCRYPTED PRIVATE KEY" ->
                        throw new UnusableKey("is locked with a password; write it without one, readable by this"
                                + " service alone");
                default -> throw new UnusableKey("holds a " + pem.group(1) + " where a PRIVATE KEY is needed");
            };
        } catch (IllegalArgumentException e) {
            throw new UnusableKey("is damaged: what stands between BEGIN and END can't be read");
        }
    }

    static @Nullable Instant notBefore(String text) throws UnusableKey {
        Matcher line = NOT_BEFORE.matcher(text);
        if (!line.find()) {
            return null;
        }
        try {
            return Instant.parse(line.group(1));
        } catch (DateTimeException e) {
            throw new UnusableKey("has a line Not-Before that is no moment such as 2026-12-01T00:00:00Z");
        }
    }

    /** What {@link #privateKey} and {@link #notBefore} read again. */
    static String of(PrivateKey key, @Nullable Instant notBefore) {
        return (notBefore == null ? "" : "Not-Before: " + notBefore + "\n")
                + "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    private static PrivateKey decoded(byte[] der) throws UnusableKey {
        for (Algorithm algorithm : Algorithm.values()) {
            try {
                PrivateKey key = KeyFactory.getInstance(algorithm.keyAlgorithm())
                        .generatePrivate(new PKCS8EncodedKeySpec(der));
                if (key instanceof RSAKey || key instanceof EdECPrivateKey) {
                    return key;
                }
            } catch (GeneralSecurityException e) {
                // not of this kind
            }
        }
        throw new UnusableKey("is neither an RSA nor an Ed25519 key");
    }

    /** The older form is what PKCS #8 holds within, so it is put there. */
    private static byte[] wrapped(byte[] rsa) {
        byte[] octets = der(0x04, rsa);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(RSA_IDENTIFIER);
        content.writeBytes(octets);
        return der(0x30, content.toByteArray());
    }

    private static byte[] der(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length < 128) {
            out.write(content.length);
        } else {
            out.write(0x82);
            out.write(content.length >> 8);
            out.write(content.length);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }
}
