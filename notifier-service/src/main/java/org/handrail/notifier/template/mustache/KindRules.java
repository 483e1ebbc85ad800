package org.handrail.notifier.template.mustache;

import static org.handrail.notifier.template.mustache.Placeholder.ANSWER_URL;
import static org.handrail.notifier.template.mustache.Placeholder.APPOINTMENT_KIND;
import static org.handrail.notifier.template.mustache.Placeholder.CONFIRM_URL;
import static org.handrail.notifier.template.mustache.Placeholder.DATE;
import static org.handrail.notifier.template.mustache.Placeholder.TIME;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import org.handrail.notifier.editing.Kind;

/** What a template must carry, and must not, for what it is for. */
final class KindRules {

    private static final Set<Placeholder> OF_SOME_KINDS = Set.of(DATE, TIME, ANSWER_URL, CONFIRM_URL);

    private KindRules() {
    }

    /** @param faults of the body as a whole */
    static void check(Kind kind, MailTemplate text, Consumer<String> faults) {
        Set<Placeholder> needed = needed(kind);
        if (!kind.namesATime() && text.blocks().stream().flatMap(block -> block.phrases().stream())
                .anyMatch(phrase -> phrase.placeholders().contains(APPOINTMENT_KIND))) {
            faults.accept("must not hold {{" + APPOINTMENT_KIND.key() + "}}, for it is " + words(kind));
        }
        Set<Placeholder> inBody = MailTemplate.required(text.blocks());
        for (Placeholder placeholder : OF_SOME_KINDS.stream().sorted().toList()) {
            if (needed.contains(placeholder) && !inBody.contains(placeholder)) {
                faults.accept("must hold {{" + placeholder.key() + "}}, for it is " + words(kind));
            } else if (!needed.contains(placeholder) && text.required().contains(placeholder)) {
                faults.accept("must not hold {{" + placeholder.key() + "}}, for it is " + words(kind));
            }
        }
    }

    private static Set<Placeholder> needed(Kind kind) {
        return switch (kind) {
            case RECEIPT -> EnumSet.of(CONFIRM_URL);
            case APPOINTMENT -> EnumSet.of(DATE, TIME, ANSWER_URL);
            case CANCELLATION -> EnumSet.of(DATE, TIME);
            case FOLLOW_UP -> EnumSet.noneOf(Placeholder.class);
        };
    }

    private static String words(Kind kind) {
        return switch (kind) {
            case RECEIPT -> "a receipt, which asks to confirm the address";
            case APPOINTMENT -> "about an appointment to come, which its reader can answer";
            case CANCELLATION -> "about an appointment that is cancelled";
            case FOLLOW_UP -> "sent to people without an appointment";
        };
    }
}
