package org.handrail.notifier.editing;

import java.time.Instant;

/**
 * What an editor is at work on.
 *
 * @param revision never the same twice; 0: it was not kept yet
 * @param basedOn  the version that it began as; 0: the key is new
 */
public record Draft(String key, int revision, int basedOn, Sources sources, String editor, Instant editedAt) {
}
