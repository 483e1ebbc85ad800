package org.handrail.followup.publishing;

import org.jspecify.annotations.Nullable;

/** What came of changing or discarding a draft. Nobody's words are lost: what could not go in is a draft of its own. */
public sealed interface DraftChange {

    /** Also when the draft says so already: whoever lost the answer asks again. */
    record Made(Draft draft) implements DraftChange {
    }

    /**
     * Somebody else changed it first.
     *
     * @param current as it is now
     * @param kept    what was sent, as a draft of its own; null when nothing was sent that could get lost
     */
    record Overtaken(Draft current, @Nullable Draft kept) implements DraftChange {
    }

    /** It was published or discarded meanwhile. */
    record Ended(Draft draft, @Nullable Draft kept) implements DraftChange {
    }

    /**
     * The version that it was to be rebased on is not the one that is published.
     *
     * @param published null: none is
     */
    record OtherPublished(@Nullable Integer published) implements DraftChange {
    }

    record Unknown() implements DraftChange {
    }
}
