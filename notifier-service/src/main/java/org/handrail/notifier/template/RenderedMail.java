package org.handrail.notifier.template;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message ready to leave, without a mail library's types.
 *
 * @param recipient        addr-spec, exactly one
 * @param returnPathToken  opaque; becomes the local part of the envelope's return path (VERP)
 * @param unsubscribeUrl   the one-click address (RFC 8058)
 * @param date             the Date header
 * @param calendar         null: none is attached
 * @param templateVersion  which version of its template it was made from; 0: from none
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
        Instant date,
        @Nullable Calendar calendar,
        int templateVersion) {

    /** Without a calendar file, and of no template. */
    public RenderedMail(
            UUID deliveryId, String recipient, String returnPathToken, String language, String subject, String text,
            String html, String unsubscribeUrl, Instant date) {
        this(deliveryId, recipient, returnPathToken, language, subject, text, html, unsubscribeUrl, date, null, 0);
    }

    /**
     * A calendar file (RFC 5545) that goes with the message.
     *
     * @param method  equal to the METHOD property of the content
     * @param content lines end with CRLF
     */
    public record Calendar(String method, String content) {

        public Calendar {
            if (!method.matches("[A-Z]{1,20}")) {
                throw new IllegalArgumentException("a calendar's method is a word such as REQUEST or CANCEL");
            }
        }

        @Override
        public String toString() {
            return "Calendar[" + method + "]";
        }
    }

    public RenderedMail with(@Nullable Calendar file) {
        return new RenderedMail(deliveryId, recipient, returnPathToken, language, subject, text, html, unsubscribeUrl,
                date, file, templateVersion);
    }

    @Override
    public String toString() {
        return "RenderedMail[" + deliveryId + "]";
    }
}
