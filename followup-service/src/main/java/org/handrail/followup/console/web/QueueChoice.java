package org.handrail.followup.console.web;

import java.time.Instant;
import java.util.UUID;
import org.handrail.followup.queue.TaskFilter;
import org.handrail.followup.queue.TaskKind;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What of the queue a person looks at, as it stands in the address; whatever makes no sense means all. */
record QueueChoice(Show show, @Nullable TaskKind kind) {

    enum Show { ALL, MINE, FREE, OVERDUE }

    static QueueChoice of(@Nullable String show, @Nullable String kind) {
        return new QueueChoice(named(Show.class, show, Show.ALL), named(TaskKind.class, kind, null));
    }

    TaskFilter filter(UUID me, Instant now) {
        return new TaskFilter(show == Show.MINE ? me : null, show == Show.FREE, show == Show.OVERDUE ? now : null,
                kind, false);
    }

    public QueueChoice showing(Show other) {
        return new QueueChoice(other, kind);
    }

    /** {@code ?show=MINE&kind=CALL}; empty for everything. */
    public String query() {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        if (show != Show.ALL) {
            query.queryParam("show", show);
        }
        if (kind != null) {
            query.queryParam("kind", kind);
        }
        return query.build().toUriString();
    }

    private static <E extends Enum<E>> @Nullable E named(Class<E> type, @Nullable String name, @Nullable E otherwise) {
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        return otherwise;
    }
}
