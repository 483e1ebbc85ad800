package org.handrail.followup.schedule.json;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.handrail.contract.AppointmentKind;
import org.handrail.followup.schedule.Anchor;
import org.handrail.followup.schedule.AnchorEvent;
import org.handrail.followup.schedule.Fault;
import org.handrail.followup.schedule.InvalidSchedule;
import org.handrail.followup.schedule.LatePolicy;
import org.handrail.followup.schedule.Schedule;
import org.handrail.followup.schedule.Step;
import org.handrail.followup.schedule.StopEvent;
import org.handrail.followup.schedule.Templates;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads definitions of schedules; reports every fault at once. Thread-safe. */
public final class ScheduleReader {

    /** In bytes of UTF-8; the largest of the schedules that come with Handrail has 4,000. */
    public static final int LARGEST = 256 * 1024;

    private static final int MOST_STEPS = 100;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(40).build())
                    .build())
            .build();

    private final ActionReader actions = new ActionReader(Templates.KEYS);

    /** @throws InvalidSchedule with all that is wrong */
    public Schedule read(String json) {
        List<Fault> faults = new ArrayList<>();
        Optional<Schedule> schedule = tree(json, faults)
                .flatMap(tree -> schedule(new Place(tree, "", faults)));
        schedule.ifPresent(read -> faults.addAll(Consistency.faults(read)));
        if (!faults.isEmpty() || schedule.isEmpty()) {
            throw new InvalidSchedule(faults);
        }
        return schedule.get();
    }

    private static Optional<JsonNode> tree(String json, List<Fault> faults) {
        if (json.length() > LARGEST || json.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            faults.add(new Fault("", "must have at most " + LARGEST + " bytes"));
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(json));
        } catch (JacksonException e) {
            faults.add(new Fault("", "is not JSON: " + where(e)));
            return Optional.empty();
        }
    }

    private static String where(JacksonException e) {
        return e.getLocation() == null ? e.getOriginalMessage()
                : "line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr()
                        + ": " + e.getOriginalMessage();
    }

    private Optional<Schedule> schedule(Place place) {
        if (!place.isObjectOf("$schema", "id", "title", "anchor", "stops", "steps")) {
            return Optional.empty();
        }
        Optional<String> id = place.field("id").code();
        Optional<String> title = place.field("title").text(80);
        Optional<Anchor> anchor = anchor(place.field("anchor"));
        List<StopEvent> stops = place.field("stops").list(0, 10, stop -> stop.oneOf(StopEvent.class));
        List<Step> steps = place.field("steps").list(1, MOST_STEPS, this::step);
        return id.flatMap(i -> title.flatMap(t -> anchor.map(a -> new Schedule(i, t, a, setOf(stops), steps))));
    }

    private static Set<StopEvent> setOf(List<StopEvent> stops) {
        return stops.isEmpty() ? Set.of() : EnumSet.copyOf(stops);
    }

    private static Optional<Anchor> anchor(Place place) {
        if (!place.isObjectOf("event", "kinds")) {
            return Optional.empty();
        }
        return place.field("event").oneOf(AnchorEvent.class).map(event -> {
            int least = event.isAboutAppointment() ? 1 : 0;
            int most = event.isAboutAppointment() ? AppointmentKind.values().length : 0;
            return new Anchor(event, Set.copyOf(
                    place.field("kinds").list(least, most, kind -> kind.oneOf(AppointmentKind.class))));
        });
    }

    private Optional<Step> step(Place place) {
        if (!place.isObjectOf("key", "offset", "action", "conditions", "late")) {
            return Optional.empty();
        }
        Optional<String> key = place.field("key").code();
        var offset = OffsetReader.read(place.field("offset"));
        var action = actions.read(place.field("action"));
        var conditions = place.field("conditions").list(0, 10, ConditionReader::read);
        var late = late(place.field("late"));
        return key.flatMap(k -> offset.flatMap(o -> action.flatMap(a -> late.map(l ->
                new Step(k, o, a, conditions, l)))));
    }

    private enum Late { SEND_WITHIN, SKIP, ALWAYS }

    private static Optional<LatePolicy> late(Place place) {
        if (!place.isObjectOf("policy", "grace")) {
            return Optional.empty();
        }
        Optional<Late> policy = place.field("policy").oneOf(Late.class);
        if (place.has("grace") && policy.isPresent() && policy.get() != Late.SEND_WITHIN) {
            place.field("grace").fault("belongs to SEND_WITHIN alone");
        }
        return policy.flatMap(p -> switch (p) {
            case SKIP -> Optional.of(new LatePolicy.Skip());
            case ALWAYS -> Optional.of(new LatePolicy.Always());
            case SEND_WITHIN -> place.field("grace").duration(Duration.ofMinutes(1), Duration.ofDays(14))
                    .map(LatePolicy.SendWithin::new);
        });
    }
}
