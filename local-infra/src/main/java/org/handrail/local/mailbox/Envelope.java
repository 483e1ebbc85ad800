package org.handrail.local.mailbox;

import java.time.Instant;
import java.util.List;

/**
 * What SMTP said around a mail.
 *
 * @param id         rises with each mail that is received
 * @param from       the return path, empty for a report
 */
public record Envelope(long id, Instant receivedAt, String from, List<String> recipients) {

    public Envelope {
        recipients = List.copyOf(recipients);
    }

    public boolean isTo(String address) {
        return recipients.stream().anyMatch(address::equalsIgnoreCase);
    }
}
