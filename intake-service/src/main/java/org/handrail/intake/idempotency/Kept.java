package org.handrail.intake.idempotency;

import java.util.Arrays;

/** An answer given before and the fingerprint of the request that got it. */
public record Kept(byte[] fingerprint, Answer answer) {

    public boolean isOf(byte[] other) {
        return Arrays.equals(fingerprint, other);
    }
}
