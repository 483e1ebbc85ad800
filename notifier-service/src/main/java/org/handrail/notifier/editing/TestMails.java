package org.handrail.notifier.editing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The test mails that were sent, and how many more may be. */
public interface TestMails {

    /** @return false when its editor had that many since then; nothing was written then */
    boolean begin(TestMail mail, int most, Instant since);

    void ended(UUID id, String outcome);

    /** Newest first. */
    List<TestMail> latest(String key, int most);
}
