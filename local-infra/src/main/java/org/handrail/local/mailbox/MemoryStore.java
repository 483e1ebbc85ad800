package org.handrail.local.mailbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Mails in memory, bounded by number and by bytes. */
public final class MemoryStore implements MailStore {

    private final int mostMails;
    private final long mostBytes;
    private final TreeMap<Long, ReceivedMail> mails = new TreeMap<>();
    private long lastId;
    private long bytes;

    public MemoryStore(int mostMails, long mostBytes) {
        this.mostMails = mostMails;
        this.mostBytes = mostBytes;
    }

    @Override
    public synchronized ReceivedMail add(Instant receivedAt, String from, List<String> recipients, byte[] raw) {
        var mail = new ReceivedMail(new Envelope(++lastId, receivedAt, from, recipients), raw);
        mails.put(lastId, mail);
        bytes += raw.length;
        while (mails.size() > 1 && (mails.size() > mostMails || bytes > mostBytes)) {
            bytes -= mails.pollFirstEntry().getValue().raw().length;
        }
        return mail;
    }

    @Override
    public synchronized List<Envelope> envelopes() {
        return mails.values().stream().map(ReceivedMail::envelope).toList();
    }

    @Override
    public synchronized Optional<ReceivedMail> find(long id) {
        return Optional.ofNullable(mails.get(id));
    }

    @Override
    public synchronized void clear() {
        mails.clear();
        bytes = 0;
    }
}
