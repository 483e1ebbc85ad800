package org.handrail.followup.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next where the next page starts; null on the last one */
public record TaskPage(List<Task> tasks, @Nullable TaskPosition next) {

    public TaskPage {
        tasks = List.copyOf(tasks);
    }
}
