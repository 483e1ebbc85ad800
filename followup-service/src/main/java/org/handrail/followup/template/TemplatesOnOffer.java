package org.handrail.followup.template;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.handrail.followup.schedule.Templates;
import org.jspecify.annotations.Nullable;

/**
 * What schedules can name: what ships, and what was published at notifier-service as of a few seconds ago. While that
 * does not answer, what it last said. Thread-safe.
 */
public final class TemplatesOnOffer implements Supplier<Templates> {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final MailTemplates desk;
    private final Clock clock;
    private Templates known = Templates.SHIPPED;
    private @Nullable Instant asked;

    public TemplatesOnOffer(MailTemplates desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public synchronized Templates get() {
        Instant now = clock.instant();
        if (asked == null || asked.plus(FRESH).isBefore(now)) {
            asked = now;
            try {
                known = Templates.SHIPPED.and(published());
            } catch (DeskAway | Refused e) {
                // the desk has said so in the log
                return known;
            }
        }
        return known;
    }

    private Map<String, Templates.Kind> published() {
        Map<String, Templates.Kind> published = new HashMap<>();
        for (MailTemplates.Listed each : desk.overview().templates()) {
            if (each.forSchedules() && each.purpose() != null) {
                published.put(each.key(), new Templates.Kind(each.purpose(), each.namesATime()));
            }
        }
        return published;
    }
}
