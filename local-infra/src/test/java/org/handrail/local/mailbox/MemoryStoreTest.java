package org.handrail.local.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryStoreTest extends MailStoreContract {

    @Override
    MailStore storeOfAtMost(int mails) {
        return new MemoryStore(mails, Long.MAX_VALUE);
    }

    @Test
    void isBoundedByBytesToo() {
        var store = new MemoryStore(100, 10);

        store.add(Instant.EPOCH, "", List.of(), new byte[6]);
        store.add(Instant.EPOCH, "", List.of(), new byte[6]);

        assertThat(store.envelopes()).extracting(Envelope::id).containsExactly(2L);
    }
}
