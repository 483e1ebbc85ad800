package org.handrail.local.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryStoreTest extends MailStoreContract {

    @TempDir
    Path directory;

    @Override
    MailStore storeOfAtMost(int mails) {
        return new DirectoryStore(directory, mails);
    }

    @Test
    void forgetsAMailThatWasNeverAcknowledged() throws Exception {
        storeOfAtMost(10).add(Instant.EPOCH, "", List.of("a@example.org"), new byte[] {1});
        Files.writeString(directory.resolve("2.eml"), "half");
        Files.writeString(directory.resolve("3.json"), "{\"id\":");

        MailStore reopened = storeOfAtMost(10);

        assertThat(reopened.envelopes()).extracting(Envelope::id).containsExactly(1L);
    }
}
