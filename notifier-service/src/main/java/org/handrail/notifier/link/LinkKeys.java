package org.handrail.notifier.link;

import java.time.Instant;
import java.util.Optional;

/** The secrets behind links, shared by all instances. Thread-safe; answers from memory but for a new key. */
public interface LinkKeys {

    /** The one to seal with; made when there is none yet or the newest is due for replacement. */
    LinkKey current(Instant now);

    /** One to open with; tokens outlive the key's turn as current. */
    Optional<LinkKey> find(int id);
}
