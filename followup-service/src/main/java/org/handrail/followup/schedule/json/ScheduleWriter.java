package org.handrail.followup.schedule.json;

import org.handrail.followup.schedule.Schedule;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives schedules back as definitions. The same schedule always gives the same text, whatever it was read from; reading
 * that text gives the same schedule. Thread-safe.
 */
public final class ScheduleWriter {

    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter JSON = JsonMapper.builder().build()
            .writer().with(new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES));

    public String write(Schedule schedule, Notation notation) {
        return switch (notation) {
            case JSON -> JSON.writeValueAsString(Definition.of(schedule)) + "\n";
            case YAML -> YamlText.of(Definition.of(schedule));
        };
    }
}
