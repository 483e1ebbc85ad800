package org.handrail.local.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.handrail.local.TestMail;
import org.junit.jupiter.api.Test;

class SmtpSinkTest {

    @Test
    void countsMailsAndTellsForWhom() throws Exception {
        List<String> recipients = new CopyOnWriteArrayList<>();
        try (var sink = SmtpSink.start(0, (recipient, nanoTime) -> recipients.add(recipient))) {
            TestMail.send(sink.port(), "one@example.org", "Dots", "a\n.\n..\n.b\n", "<p>.</p>");
            TestMail.send(sink.port(), "two@example.org", "Hi");

            assertThat(sink.mails()).isEqualTo(2);
            assertThat(recipients).containsExactly("one@example.org", "two@example.org");
        }
    }
}
