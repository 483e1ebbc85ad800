package org.handrail.notifier.dkim;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key that signs for a domain.
 *
 * @param selector  names it within the domain
 * @param notBefore null: from the beginning. It ends when a newer one takes over: a key that ended by itself would leave
 *                  mail unsigned in silence
 */
public record SigningKey(
        String domain, String selector, Algorithm algorithm, PrivateKey privateKey, PublicKey publicKey,
        @Nullable Instant notBefore) {

    /** Where its record stands in DNS. */
    public String dnsName() {
        return selector + "._domainkey." + domain;
    }

    public boolean isInForce(Instant at) {
        return notBefore == null || !at.isBefore(notBefore);
    }

    Instant since() {
        return notBefore == null ? Instant.MIN : notBefore;
    }

    /** Without the key itself. */
    @Override
    public String toString() {
        return "SigningKey[" + dnsName() + " " + algorithm.keyType() + "]";
    }
}
