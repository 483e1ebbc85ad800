package org.handrail.local.mailbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The mails that were received, oldest first; when it is full the oldest go. Safe for use by several threads. */
public interface MailStore {

    ReceivedMail add(Instant receivedAt, String from, List<String> recipients, byte[] raw);

    List<Envelope> envelopes();

    Optional<ReceivedMail> find(long id);

    void clear();
}
