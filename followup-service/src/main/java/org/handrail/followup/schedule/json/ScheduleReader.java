package org.handrail.followup.schedule.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.handrail.contract.AppointmentKind;
import org.handrail.followup.queue.TaskOutcome;
import org.handrail.followup.schedule.Anchor;
import org.handrail.followup.schedule.AnchorEvent;
import org.handrail.followup.schedule.Fault;
import org.handrail.followup.schedule.InvalidSchedule;
import org.handrail.followup.schedule.LatePolicy;
import org.handrail.followup.schedule.NextMove;
import org.handrail.followup.schedule.Schedule;
import org.handrail.followup.schedule.Step;
import org.handrail.followup.schedule.StopEvent;
import org.handrail.followup.schedule.Templates;
import tools.jackson.databind.JsonNode;

/** Reads definitions of schedules; reports every fault at once. Thread-safe. */
public final class ScheduleReader {

    /** In bytes of UTF-8; the largest of the schedules that come with Handrail has 4,000. */
    public static final int LARGEST = 256 * 1024;

    private static final int MOST_STEPS = 100;
    private static final String TOO_LARGE = "must have at most " + LARGEST + " bytes";
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final Supplier<Templates> templates;

    /** Knows the templates that ship. */
    public ScheduleReader() {
        this(() -> Templates.SHIPPED);
    }

    /** @param templates what a schedule can name, asked for each reading */
    public ScheduleReader(Supplier<Templates> templates) {
        this.templates = templates;
    }

    /**
     * Reads JSON.
     *
     * @throws InvalidSchedule with all that is wrong
     */
    public Schedule read(String json) {
        return read(json, Notation.JSON);
    }

    /**
     * @param text with or without a byte order mark at its start
     * @throws InvalidSchedule with all that is wrong, in the order of the document
     */
    public Schedule read(String text, Notation notation) {
        if (text.length() > LARGEST || text.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            throw refused(TOO_LARGE);
        }
        String content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        Faults faults = new Faults();
        JsonNode tree = TreeReader.of(notation).read(content, faults).orElse(null);
        Optional<Schedule> schedule = tree == null ? Optional.empty() : schedule(new Place(tree, "", faults), templates.get());
        String odd = faults.any() ? "" : Characters.placeOfOdd(content);
        if (!odd.isEmpty()) {
            faults.add("", "must not contain control, direction or unassigned characters: " + odd);
        }
        if (faults.any() || schedule.isEmpty()) {
            throw new InvalidSchedule(faults.listed(tree));
        }
        return schedule.get();
    }

    /**
     * Reads JSON that was in order when it was stored: a rule that came later does not put anybody's follow-up out of
     * action.
     *
     * @throws InvalidSchedule when it cannot be read at all
     */
    public Schedule readStored(String json) {
        Faults faults = new Faults();
        JsonNode tree = TreeReader.of(Notation.JSON).read(json, faults).orElse(null);
        Optional<Schedule> schedule = tree == null ? Optional.empty()
                : schedule(new Place(tree, "", faults), Templates.SHIPPED);
        return schedule.filter(read -> !faults.broken()).orElseThrow(() -> new InvalidSchedule(faults.listed(tree)));
    }

    /**
     * Reads UTF-8, and no more of it than a definition may have.
     *
     * @param bytes left open
     * @throws InvalidSchedule with all that is wrong
     */
    public Schedule read(InputStream bytes, Notation notation) throws IOException {
        byte[] read = bytes.readNBytes(LARGEST + 1);
        if (read.length > LARGEST) {
            throw refused(TOO_LARGE);
        }
        try {
            return read(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(read)).toString(), notation);
        } catch (CharacterCodingException e) {
            throw refused("is not UTF-8");
        }
    }

    /** Looks for what is wrong with a tree of values. */
    static void check(JsonNode tree, Faults faults) {
        schedule(new Place(tree, "", faults), Templates.SHIPPED);
    }

    private static InvalidSchedule refused(String reason) {
        return new InvalidSchedule(List.of(new Fault("", reason)));
    }

    private static Optional<Schedule> schedule(Place place, Templates templates) {
        if (!place.isObjectOf("$schema", "id", "title", "anchor", "stops", "outcomes", "steps")) {
            return Optional.empty();
        }
        Optional<String> id = place.field("id").code();
        if (place.has("$schema")) {
            place.field("$schema").text(200);
        }
        Optional<String> title = place.field("title").text(80);
        Optional<Anchor> anchor = anchor(place.field("anchor"));
        List<StopEvent> stops = place.field("stops").set(0, 10, stop -> stop.oneOf(StopEvent.class));
        Map<TaskOutcome, NextMove> outcomes = OutcomesReader.read(place.field("outcomes"));
        List<StepParts> parts = place.field("steps").list(1, MOST_STEPS, step -> parts(step, templates));
        new Consistency(anchor.map(Anchor::event), stops, parts, templates).check(place, outcomes);
        List<Step> steps = parts.stream().map(StepParts::whole).flatMap(Optional::stream).toList();
        return id.flatMap(i -> title.flatMap(t -> anchor.map(a -> new Schedule(i, t, a, setOf(stops), outcomes, steps))));
    }

    private static Set<StopEvent> setOf(List<StopEvent> stops) {
        return stops.isEmpty() ? Set.of() : EnumSet.copyOf(stops);
    }

    private static Optional<Anchor> anchor(Place place) {
        if (!place.isObjectOf("event", "kinds")) {
            return Optional.empty();
        }
        Optional<AnchorEvent> event = place.field("event").oneOf(AnchorEvent.class);
        boolean needsKinds = event.filter(AnchorEvent::isAboutAppointment).isPresent();
        int most = event.isEmpty() || needsKinds ? AppointmentKind.values().length : 0;
        List<AppointmentKind> kinds = place.field("kinds")
                .set(needsKinds ? 1 : 0, most, kind -> kind.oneOf(AppointmentKind.class));
        return event.map(each -> new Anchor(each, Set.copyOf(kinds)));
    }

    private static Optional<StepParts> parts(Place place, Templates templates) {
        if (!place.isObjectOf("key", "offset", "action", "conditions", "late", "outcomes")) {
            return Optional.empty();
        }
        return Optional.of(new StepParts(place, place.field("key").code(), OffsetReader.read(place.field("offset")),
                ActionReader.read(place.field("action"), templates),
                place.field("conditions").distinct(0, 10, ConditionReader::read), late(place.field("late")),
                OutcomesReader.read(place.field("outcomes"))));
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
