package org.handrail.notifier.dkim;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key that signs for a domain.
 *
 * @param selector  names it within the domain
 * @param notBefore null: from the beginning
 * @param notAfter  null: until a newer one takes over
 */
public record SigningKey(
        String domain, String selector, Algorithm algorithm, PrivateKey privateKey, PublicKey publicKey,
        @Nullable Instant notBefore, @Nullable Instant notAfter) {

    /** Where its record stands in DNS. */
    public String dnsName() {
        return selector + "._domainkey." + domain;
    }

    public boolean isInForce(Instant at) {
        return (notBefore == null || !at.isBefore(notBefore)) && (notAfter == null || at.isBefore(notAfter));
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
