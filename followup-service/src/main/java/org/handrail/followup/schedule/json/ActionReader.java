package org.handrail.followup.schedule.json;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.handrail.contract.Purpose;
import org.handrail.followup.queue.Priority;
import org.handrail.followup.queue.TaskKind;
import org.handrail.followup.schedule.Action;
import org.handrail.followup.schedule.TaskTitles;
import org.handrail.followup.schedule.Templates;

final class ActionReader {

    enum Type { TASK, EMAIL }

    private ActionReader() {
    }

    static Optional<Action> read(Place place, Templates templates) {
        if (!place.isObject()) {
            return place.fault("must be an object");
        }
        return place.field("type").oneOf(Type.class).flatMap(type -> switch (type) {
            case TASK -> task(place, "type").map(Action.class::cast);
            case EMAIL -> email(place, templates);
        });
    }

    private static Optional<Action> email(Place place, Templates templates) {
        place.isObjectOf("type", "template", "purpose", "withoutConsent");
        Optional<String> template = known(place.field("template"), templates.keys(), "is not a template");
        Optional<Purpose> purpose = place.field("purpose").oneOf(Purpose.class);
        Optional<Optional<Action.Task>> instead = withoutConsent(place.field("withoutConsent"));
        return template.flatMap(t -> purpose.flatMap(p -> instead.map(i -> new Action.Email(t, p, i))));
    }

    /** {@code "SKIP"}, or the task that it becomes. */
    private static Optional<Optional<Action.Task>> withoutConsent(Place place) {
        if (place.isText()) {
            return "SKIP".equals(place.node().stringValue()) ? Optional.of(Optional.empty())
                    : place.fault("must be \"SKIP\" or a task");
        }
        return task(place).map(Optional::of);
    }

    private static Optional<Action.Task> task(Place place, String... more) {
        if (!place.isObjectOf(fields(more))) {
            return Optional.empty();
        }
        Optional<TaskKind> kind = place.field("kind").oneOf(TaskKind.class);
        Optional<String> title = known(place.field("title"), TaskTitles.KEYS, "is no title that staff could read");
        Optional<Priority> priority = place.field("priority").oneOf(Priority.class);
        Optional<Duration> due = place.field("due").duration(Duration.ofMinutes(1), Duration.ofDays(30));
        boolean onCall = place.field("onCall").flag();
        return kind.flatMap(k -> title.flatMap(t -> priority.flatMap(p -> due.map(d ->
                new Action.Task(k, t, p, d, onCall)))));
    }

    private static Optional<String> known(Place place, Set<String> keys, String otherwise) {
        Optional<String> key = place.text(65);
        key.filter(each -> !keys.contains(each)).ifPresent(each -> place.rule(otherwise + "; there are " + keys));
        return key;
    }

    private static String[] fields(String... more) {
        return Stream.concat(Stream.of(more),
                Stream.of("kind", "title", "priority", "due", "onCall")).toArray(String[]::new);
    }
}
