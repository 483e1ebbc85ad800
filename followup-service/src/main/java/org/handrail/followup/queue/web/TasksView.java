package org.handrail.followup.queue.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next the cursor of the next page; absent on the last one */
record TasksView(List<TaskView> items, @Nullable String next) {
}
