package org.handrail.followup.publishing.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.stream.Stream;
import org.handrail.followup.publishing.Counts;
import org.handrail.followup.publishing.Difference;
import org.handrail.followup.schedule.web.ScheduleView;
import org.jspecify.annotations.Nullable;

/** Members that answers never leave out, for the API's description: those that can't be null. */
final class AlwaysThere {

    static final Map<String, Class<? extends Record>> ANSWERS = Map.ofEntries(
            Map.entry("ScheduleSummary", ScheduleSummary.class), Map.entry("Schedule", ScheduleDetail.class),
            Map.entry("Version", VersionView.class), Map.entry("Change", ChangeView.class),
            Map.entry("ScheduleView", ScheduleView.class), Map.entry("StepView", ScheduleView.StepView.class),
            Map.entry("Draft", DraftView.class), Map.entry("DraftSummary", DraftSummary.class),
            Map.entry("Validation", Validation.class), Map.entry("Who", Who.class),
            Map.entry("Preview", PreviewView.class), Map.entry("Counts", CountsView.class),
            Map.entry("Count", Counts.Count.class), Map.entry("Difference", Difference.class),
            Map.entry("PreviewedPeople", PersonView.Page.class), Map.entry("PreviewedPerson", PersonView.class),
            Map.entry("PreviewedStep", PersonView.Change.class), Map.entry("SideBySide", SideBySideView.class),
            Map.entry("SideBySideStep", SideBySideView.Row.class), Map.entry("StepTime", StepRow.class),
            Map.entry("Published", PublishedView.class), Map.entry("Move", MoveView.class));

    private AlwaysThere() {
    }

    static void say(Components components) {
        ANSWERS.forEach((name, answer) -> {
            Schema<?> schema = components.getSchemas().get(name);
            if (schema != null) {
                schema.required(members(answer).toList());
            }
        });
    }

    private static Stream<String> members(Class<?> answer) {
        return Stream.of(answer.getRecordComponents())
                .filter(member -> !member.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .flatMap(AlwaysThere::names);
    }

    private static Stream<String> names(RecordComponent member) {
        return member.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                ? members(member.getType()) : Stream.of(member.getName());
    }
}
