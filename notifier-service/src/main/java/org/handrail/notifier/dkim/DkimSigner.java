package org.handrail.notifier.dkim;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Signs the very bytes that leave, by each algorithm for which a key is in force. Thread-safe: whatever a signature
 * needs is its own, or was made at start.
 */
public final class DkimSigner {

    private static final byte[] NOTHING = {};

    private final SigningKeys keys;
    private final Map<SigningKey, SigningWith> prepared = new LinkedHashMap<>();

    private record SigningWith(SignatureHeader header, KeySignature signature) {
    }

    /** @param faster signs in the JDK's stead where it can; never installed in the JVM, which others share */
    public DkimSigner(SigningKeys keys, @Nullable Provider faster) {
        this.keys = keys;
        keys.all().forEach(key ->
                prepared.put(key, new SigningWith(new SignatureHeader(key), KeySignature.of(key, faster))));
    }

    /** A relay signs. */
    public static DkimSigner unsigned() {
        return new DkimSigner(new SigningKeys(List.of()), null);
    }

    /**
     * The DKIM-Signature fields, folded and each with its line end, to be put before the message; nothing when no key
     * is in force.
     *
     * @param at the time of signing, by which keys are chosen
     */
    public byte[] sign(FinishedMessage message, Instant at) {
        List<SigningKey> inForce = keys.inForce(at);
        if (inForce.isEmpty()) {
            return NOTHING;
        }
        try {
            return sign(message, at.getEpochSecond(), inForce);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every key has signed at start", e);
        }
    }

    private byte[] sign(FinishedMessage message, long seconds, List<SigningKey> inForce)
            throws GeneralSecurityException {
        byte[] scratch = new byte[message.length() + 2];
        int body = Relaxed.body(message.bytes(), message.bodyAt(), message.length(), scratch);
        String bodyHash = Base64.getEncoder().encodeToString(KeySignature.sha256(scratch, body));
        byte[] signed = new byte[message.bodyAt() + 2 + room(inForce)];
        int fields = SignedFields.canonical(message, signed, scratch);
        StringBuilder headers = new StringBuilder(2_000);
        for (SigningKey key : inForce) {
            SigningWith with = prepared.get(key);
            int length = with.header().canonical(seconds, bodyHash, signed, fields);
            headers.append(with.header().complete(seconds, bodyHash, with.signature().sign(signed, length)));
        }
        return headers.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private int room(List<SigningKey> inForce) {
        return inForce.stream().mapToInt(key -> prepared.get(key).header().room()).max().orElse(0);
    }
}
