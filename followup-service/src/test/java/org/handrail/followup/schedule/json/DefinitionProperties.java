package org.handrail.followup.schedule.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.handrail.followup.schedule.Fault;
import org.handrail.followup.schedule.InvalidSchedule;
import org.handrail.followup.schedule.Schedule;
import org.handrail.followup.schedule.ShippedSchedules;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Definitions that come with Handrail, broken at random. */
class DefinitionProperties {

    private static final JsonMapper JSON = JsonMapper.shared();
    /** What it writes is YAML, too: odd characters stand as escapes. */
    private static final JsonMapper ESCAPING =
            JsonMapper.builder(JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build()).build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(
            JSON.readTree(DefinitionProperties.class.getResourceAsStream("/schedules/schedule.v1.schema.json")));
    private static final List<ObjectNode> SHIPPED = ShippedSchedules.IDS.stream().map(id -> (ObjectNode) JSON.readTree(
            DefinitionProperties.class.getResourceAsStream(ShippedSchedules.resource(id)))).toList();
    private static final List<String> TEXTS = List.of("", " ", "x", "PT1H", "-PT1H", "P400D", "PT0M", "P1DT", "09:00",
            "24:00", "25:99", "SKIP", "CALL", "task.call", "APPOINTMENT", "INQUIRY", "THERAPY", "\u202e", "\ud800", "\u0000",
            "\u00a0", "pt1h", "PT1,5H", "PT-1H", "+PT1H", "\uff10\uff19:00", "P99999999999999999999D", "a".repeat(300));
    private static final List<String> NAMES = List.of("type", "days", "at", "by", "extra", "key", "then", "part",
            "outcomes", "conditions", "withoutConsent", "grace", "kinds", "onCall", "\u202e", "~/", "a".repeat(300));
    /** What the schema cannot say: spans of time, what people can't see, and how often a list says the same. */
    private static final Pattern BEYOND_THE_SCHEMA =
            Pattern.compile("must lie between.*|must not contain control.*|must have 1 to \\d+ characters"
                    + "|is in the list already|is nested deeper than 5");

    private final ScheduleReader reader = new ScheduleReader();

    @Property(tries = 4000)
    void whateverIsBrokenIsRefusedAndNothingElseIsThrown(@ForAll long seed) {
        Random random = new Random(seed);
        ObjectNode definition = SHIPPED.get(random.nextInt(SHIPPED.size())).deepCopy();
        for (int i = random.nextInt(3); i >= 0; i--) {
            mutate(definition, random);
        }

        List<Fault> faults = faultsOf(JSON.writeValueAsString(definition), Notation.JSON);

        assertThat(faults).hasSizeLessThanOrEqualTo(Faults.MOST_LISTED + 1)
                .allSatisfy(fault -> assertThat(fault.reason()).isNotBlank());
        boolean fits = SCHEMA.validate(JSON.readTree(JSON.writeValueAsString(definition))).isEmpty();
        if (faults.isEmpty()) {
            assertThat(fits).as("the schema takes what the reader takes").isTrue();
        }
        if (unreadable(definition).stream().anyMatch(fault -> !BEYOND_THE_SCHEMA.matcher(fault.reason()).matches())) {
            assertThat(fits).as("the schema refuses what cannot be read").isFalse();
        }
    }

    @Property(tries = 1500)
    void yamlHasTheFaultsThatJsonHas(@ForAll long seed) {
        Random random = new Random(seed);
        ObjectNode definition = SHIPPED.get(random.nextInt(SHIPPED.size())).deepCopy();
        mutate(definition, random);
        String text = ESCAPING.writeValueAsString(definition);

        assertThat(faultsOf(text, Notation.YAML)).isEqualTo(faultsOf(text, Notation.JSON));
    }

    @Property(tries = 1500)
    void whatIsReadIsWrittenAsWhatIsRead(@ForAll long seed) {
        Random random = new Random(seed);
        ObjectNode definition = SHIPPED.get(random.nextInt(SHIPPED.size())).deepCopy();
        mutate(definition, random);
        try {
            Schedule schedule = reader.read(JSON.writeValueAsString(definition));
            for (Notation notation : Notation.values()) {
                String written = new ScheduleWriter().write(schedule, notation);
                assertThat(reader.read(written, notation)).isEqualTo(schedule);
            }
        } catch (InvalidSchedule refused) {
            assertThat(refused.faults()).isNotEmpty();
        }
    }

    @Property(tries = 2000)
    void noBrokenTextStopsTheReader(@ForAll long seed) {
        Random random = new Random(seed);
        Notation notation = Notation.values()[random.nextInt(2)];
        Schedule schedule = reader.read(JSON.writeValueAsString(SHIPPED.get(random.nextInt(SHIPPED.size()))));
        StringBuilder text = new StringBuilder(new ScheduleWriter().write(schedule, notation));
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, "{}[],:\"'&*!|>%@`#-?\\\n\t \u0000\u202e\ufeff~".charAt(random.nextInt(26)));
                default -> text.setCharAt(at, (char) random.nextInt(0x10000));
            }
        }

        faultsOf(text.toString(), notation);
    }

    private List<Fault> faultsOf(String text, Notation notation) {
        try {
            reader.read(text, notation);
            return List.of();
        } catch (InvalidSchedule refused) {
            assertThat(refused.faults()).isNotEmpty();
            return refused.faults();
        }
    }

    /** Without the rules that come after reading. */
    private List<Fault> unreadable(JsonNode definition) {
        try {
            reader.readStored(JSON.writeValueAsString(definition));
            return List.of();
        } catch (InvalidSchedule refused) {
            List<Fault> faults = new ArrayList<>(refused.faults());
            // what only breaks a rule would have been read
            faults.removeAll(rules(refused.faults(), definition));
            return faults;
        }
    }

    private List<Fault> rules(List<Fault> all, JsonNode definition) {
        Faults faults = new Faults();
        ScheduleReader.check(definition, faults);
        return all.stream().filter(fault -> !faults.breaks(fault)).toList();
    }

    private static void mutate(ObjectNode definition, Random random) {
        List<JsonNode> containers = new ArrayList<>();
        collect(definition, containers);
        JsonNode chosen = containers.get(random.nextInt(containers.size()));
        if (chosen instanceof ObjectNode object) {
            List<String> names = new ArrayList<>(object.propertyNames());
            String name = names.isEmpty() || random.nextInt(6) == 0 ? NAMES.get(random.nextInt(NAMES.size()))
                    : names.get(random.nextInt(names.size()));
            if (random.nextInt(3) == 0) {
                object.remove(name);
            } else {
                object.set(name, value(random, containers));
            }
        } else if (chosen instanceof ArrayNode array) {
            switch (random.nextInt(3)) {
                case 0 -> array.add(value(random, containers));
                case 1 -> array.add(array.isEmpty() ? NODES.nullNode() : array.get(0).deepCopy());
                default -> array.removeAll();
            }
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainer()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private static JsonNode value(Random random, List<JsonNode> containers) {
        return switch (random.nextInt(8)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextInt(40) - 20);
            case 3 -> NODES.numberNode(random.nextInt(20) / 2.0);
            case 4 -> NODES.arrayNode();
            case 5 -> containers.get(random.nextInt(containers.size())).deepCopy();
            default -> NODES.stringNode(TEXTS.get(random.nextInt(TEXTS.size())));
        };
    }
}
