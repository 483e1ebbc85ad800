package org.handrail.followup.publishing.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.handrail.followup.schedule.Fault;
import org.handrail.followup.schedule.InvalidSchedule;
import org.handrail.followup.schedule.Schedule;
import org.handrail.followup.schedule.Templates;
import org.handrail.followup.schedule.json.Notation;
import org.handrail.followup.schedule.json.ScheduleReader;
import org.handrail.followup.schedule.json.ScheduleWriter;
import org.handrail.platform.problem.FieldFault;
import org.handrail.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Definitions of schedules as they travel: in as JSON or YAML, kept as canonical JSON, out as either. */
@Component
class Definitions {

    /** RFC 9512, and what was in use before it. */
    static final String YAML = "application/yaml";
    static final String TEXT_YAML = "text/yaml";
    static final String X_YAML = "application/x-yaml";

    /** Words that the API's addresses have where an id would stand. */
    private static final Set<String> RESERVED = Set.of("drafts", "moves", "schema", "validate", "what-if");

    private static final JsonMapper TREES = JsonMapper.shared();

    private final ScheduleReader reader;
    private final ScheduleWriter writer = new ScheduleWriter();

    Definitions(Supplier<Templates> templates) {
        this.reader = new ScheduleReader(templates);
    }

    /** A schedule without faults; a 422 says all of them. */
    Schedule read(byte @Nullable [] body, @Nullable MediaType type) {
        try {
            return checked(body, type);
        } catch (InvalidSchedule e) {
            throw refusal(e.faults());
        }
    }

    /** What is wrong with it. */
    List<FieldFault> errors(byte @Nullable [] body, @Nullable MediaType type) {
        try {
            checked(body, type);
            return List.of();
        } catch (InvalidSchedule e) {
            return errors(e.faults());
        }
    }

    private Schedule checked(byte @Nullable [] body, @Nullable MediaType type) {
        Schedule schedule;
        try {
            schedule = reader.read(new ByteArrayInputStream(body == null ? new byte[0] : body), notation(type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (RESERVED.contains(schedule.id())) {
            throw new InvalidSchedule(List.of(
                    new Fault("/id", "is a word of the API; no schedule can have it as its id")));
        }
        return schedule;
    }

    /** As {@link #read(byte[], MediaType)}, for a place that only this schedule belongs to. */
    Schedule read(String id, byte @Nullable [] body, @Nullable MediaType type) {
        Schedule schedule = read(body, type);
        if (!schedule.id().equals(id)) {
            throw refusal(List.of(new Fault("/id", "must be the id of the schedule whose draft it is")));
        }
        return schedule;
    }

    /** What was stored, which has been read before. */
    Schedule stored(String canonical) {
        return reader.read(canonical);
    }

    String canonical(Schedule schedule) {
        return writer.write(schedule, Notation.JSON);
    }

    String written(Schedule schedule, Notation notation) {
        return writer.write(schedule, notation);
    }

    static JsonNode tree(String canonical) {
        return TREES.readTree(canonical);
    }

    private static Problem refusal(List<Fault> faults) {
        return Problem.unprocessable("invalid-schedule", faults.size() == 1
                ? "The definition has a fault." : "The definition has faults.").at(errors(faults));
    }

    private static List<FieldFault> errors(List<Fault> faults) {
        return faults.stream().map(fault -> new FieldFault(
                fault.path().isEmpty() ? FieldFault.WHOLE_BODY : fault.path(), fault.reason())).toList();
    }

    private static Notation notation(@Nullable MediaType type) {
        return type != null && type.getSubtype().endsWith("yaml") ? Notation.YAML : Notation.JSON;
    }
}
