package org.handrail.notifier.template;

import java.time.Instant;
import java.util.UUID;

/**
 * A message ready to leave, without a mail library's types.
 *
 * @param recipient        addr-spec, exactly one
 * @param returnPathToken  opaque; becomes the local part of the envelope's return path (VERP)
 * @param unsubscribeUrl   the one-click address (RFC 8058)
 * @param date             the Date header
 */
public record RenderedMail(
        UUID deliveryId,
        String recipient,
        String returnPathToken,
        String language,
        String subject,
        String text,
        String html,
        String unsubscribeUrl,
        Instant date) {

    @Override
    public String toString() {
        return "RenderedMail[" + deliveryId + "]";
    }
}
