package org.handrail.local.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of mails does. */
abstract class MailStoreContract {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    abstract MailStore storeOfAtMost(int mails);

    @Test
    void givesBackWhatWasAddedInOrder() {
        MailStore store = storeOfAtMost(10);

        store.add(NOON, "a@example.org", List.of("b@example.org"), "one".getBytes(UTF_8));
        ReceivedMail second = store.add(NOON, "", List.of("c@example.org", "d@example.org"), "two".getBytes(UTF_8));

        assertThat(store.envelopes()).hasSize(2).last().isEqualTo(second.envelope());
        assertThat(store.find(second.envelope().id())).get().satisfies(found -> {
            assertThat(found.envelope()).isEqualTo(second.envelope());
            assertThat(found.raw()).isEqualTo("two".getBytes(UTF_8));
        });
    }

    @Test
    void letsTheOldestGoWhenItIsFull() {
        MailStore store = storeOfAtMost(2);

        for (int i = 0; i < 3; i++) {
            store.add(NOON, "", List.of("n" + i + "@example.org"), new byte[] {1});
        }

        assertThat(store.envelopes()).extracting(Envelope::id).containsExactly(2L, 3L);
        assertThat(store.find(1)).isEmpty();
    }

    @Test
    void neverGivesANumberTwice() {
        MailStore store = storeOfAtMost(2);

        store.add(NOON, "", List.of("a@example.org"), new byte[] {1});
        store.clear();

        assertThat(store.envelopes()).isEmpty();
        assertThat(store.add(NOON, "", List.of("b@example.org"), new byte[] {1}).envelope().id()).isEqualTo(2);
    }
}
