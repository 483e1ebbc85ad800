package org.handrail.intake.call;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call that is over, as a provider told it.
 *
 * @param callId     the provider's own, the same in every callback about the call
 * @param inbound    a client called; otherwise staff did
 * @param client     the client's number as the provider wrote it; null when it told none
 * @param ours       our number that was called or that called
 * @param answered   somebody of the staff and the client spoke
 * @param statusCode the provider's own word, a code
 */
public record CallReport(
        String provider,
        String callId,
        boolean inbound,
        @Nullable String client,
        @Nullable String ours,
        boolean answered,
        String statusCode,
        Instant endedAt) {

    /** Never the numbers: they must not reach a log. */
    @Override
    public String toString() {
        return "CallReport[provider=" + provider + "]";
    }
}
