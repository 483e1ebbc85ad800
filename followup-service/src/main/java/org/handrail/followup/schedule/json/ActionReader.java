package org.handrail.followup.schedule.json;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.handrail.contract.Purpose;
import org.handrail.followup.queue.Priority;
import org.handrail.followup.queue.TaskKind;
import org.handrail.followup.schedule.Action;

final class ActionReader {

    private static final Pattern TITLE = Pattern.compile("task\\.[a-z0-9-]{1,60}");

    enum Type { TASK, EMAIL }

    private final Set<String> templates;

    ActionReader(Set<String> templates) {
        this.templates = templates;
    }

    Optional<Action> read(Place place) {
        if (!place.isObject()) {
            return place.fault("must be an object");
        }
        return place.field("type").oneOf(Type.class).flatMap(type -> switch (type) {
            case TASK -> task(place, "type").map(Action.class::cast);
            case EMAIL -> email(place);
        });
    }

    private Optional<Action> email(Place place) {
        place.isObjectOf("type", "template", "purpose", "withoutConsent");
        Optional<String> template = place.field("template").code().flatMap(key -> templates.contains(key)
                ? Optional.of(key) : place.field("template").fault("is not a template; there are " + templates));
        Optional<Purpose> purpose = place.field("purpose").oneOf(Purpose.class);
        Optional<Optional<Action.Task>> instead = withoutConsent(place.field("withoutConsent"));
        return template.flatMap(t -> purpose.flatMap(p -> instead.map(i -> new Action.Email(t, p, i))));
    }

    /** {@code "SKIP"}, or the task that it becomes. */
    private Optional<Optional<Action.Task>> withoutConsent(Place place) {
        if (place.isText()) {
            return "SKIP".equals(place.node().stringValue()) ? Optional.of(Optional.empty())
                    : place.fault("must be \"SKIP\" or a task");
        }
        return task(place).map(Optional::of);
    }

    private Optional<Action.Task> task(Place place, String... more) {
        if (!place.isObjectOf(known(more))) {
            return Optional.empty();
        }
        Optional<TaskKind> kind = place.field("kind").oneOf(TaskKind.class);
        Optional<String> title = place.field("title").text(65).flatMap(code -> TITLE.matcher(code).matches()
                ? Optional.of(code) : place.field("title").fault("must be a message code such as task.call-back"));
        Optional<Priority> priority = place.field("priority").oneOf(Priority.class);
        Optional<Duration> due = place.field("due").duration(Duration.ofMinutes(1), Duration.ofDays(30));
        boolean onCall = place.field("onCall").flag();
        return kind.flatMap(k -> title.flatMap(t -> priority.flatMap(p -> due.map(d ->
                new Action.Task(k, t, p, d, onCall)))));
    }

    private static String[] known(String... more) {
        return Stream.concat(Stream.of(more),
                Stream.of("kind", "title", "priority", "due", "onCall")).toArray(String[]::new);
    }
}
