package org.handrail.notifier.dkim;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a signing key of a text and the DNS name that it goes by, or says why it can't be one. */
public final class KeyReading {

    /** RFC 8301: a verifier must not believe shorter ones, and a signer should not make any below the second. */
    private static final int REFUSED_BELOW = 1_024;
    private static final int WEAK_BELOW = 2_048;
    private static final Pattern NAME = Pattern.compile(
            "((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*?[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)\\._domainkey\\."
                    + "((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)");

    private KeyReading() {
    }

    /**
     * @param dnsName {@code selector._domainkey.example.org}
     * @param text    PEM, with the time before it
     */
    public static SigningKey read(String dnsName, String text) throws UnusableKey {
        Matcher name = NAME.matcher(dnsName.toLowerCase(Locale.ROOT));
        if (!name.matches() || dnsName.length() > 253) {
            throw new UnusableKey("must be named as its record in DNS, such as s1._domainkey.example.org");
        }
        PrivateKey key = KeyText.privateKey(text);
        Algorithm algorithm = key instanceof RSAKey ? Algorithm.RSA_SHA256 : Algorithm.ED25519_SHA256;
        if (bits(key) < REFUSED_BELOW) {
            throw new UnusableKey("has " + bits(key) + " bits; nobody believes an RSA key below " + REFUSED_BELOW);
        }
        Instant notBefore = KeyText.notBefore(text);
        try {
            SigningKey read = new SigningKey(name.group(2), name.group(1), algorithm, key,
                    KeyPairs.publicKeyOf(key), notBefore);
            if (KeySignature.of(read, null).isBelievedBy(read)) {
                return read;
            }
        } catch (GeneralSecurityException | RuntimeException e) {
            // said below
        }
        throw new UnusableKey("can't sign: it is damaged, or not of a kind that DKIM knows");
    }

    /** Text for a file that {@link #read} takes. */
    public static String write(PrivateKey key, @Nullable Instant notBefore) {
        return KeyText.of(key, notBefore);
    }

    /** What works, and might not for everybody. */
    public static Optional<String> doubt(SigningKey key) {
        return bits(key.privateKey()) < WEAK_BELOW
                ? Optional.of("has " + bits(key.privateKey()) + " bits; readers may not believe an RSA key below "
                        + WEAK_BELOW)
                : Optional.empty();
    }

    /**
     * Whether a signature of that key counts for DMARC when the sender's domain is this one: the very domain, or one
     * above it.
     */
    public static boolean isAligned(SigningKey key, String senderDomain) {
        String sender = senderDomain.toLowerCase(Locale.ROOT);
        return sender.equals(key.domain()) || sender.endsWith("." + key.domain());
    }

    private static int bits(PrivateKey key) {
        return key instanceof RSAKey rsa ? rsa.getModulus().bitLength() : Integer.MAX_VALUE;
    }
}
