package org.handrail.notifier.editing;

import org.handrail.contract.Language;
import org.handrail.notifier.template.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Something that keeps a template from being published.
 *
 * @param language null: of the template as a whole
 * @param wording  null: of the template, or its language, as a whole
 * @param place    for instance {@code subject} or {@code block 2}
 * @param message  completes "the place ..."
 */
public record Fault(@Nullable Language language, @Nullable Wording wording, String place, String message) {
}
