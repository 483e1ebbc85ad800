package org.handrail.followup.schedule.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.handrail.followup.schedule.InvalidSchedule;
import org.handrail.followup.schedule.ShippedSchedules;
import org.handrail.followup.schedule.TaskTitles;
import org.handrail.followup.schedule.Templates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published schema and the reader agree on what a schedule looks like. */
class ScheduleSchemaTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JsonNode document = JSON.readTree(
            ScheduleSchemaTest.class.getResourceAsStream("/schedules/schedule.v1.schema.json"));
    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(document);

    @Test
    void acceptsEveryScheduleThatComesWithHandrail() throws IOException {
        for (String id : ShippedSchedules.IDS) {
            assertThat(schema.validate(JSON.readTree(ScheduleReaderTest.shipped(id)))).as(id).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"id\": \"therapy-appointment\" | \"id\": \"Therapy Appointment\"",
        "\"event\": \"APPOINTMENT\"      | \"event\": \"BIRTHDAY\"",
        "\"kinds\": [\"THERAPY\"]        | \"kinds\": []",
        "\"days\": -7                    | \"days\": -7.5",
        "\"at\": \"09:00\"               | \"at\": \"9 am\"",
        "\"ahead\": \"P14D\"             | \"ahead\": \"two weeks\"",
        "\"count\": 2                    | \"count\": 0",
        "\"appointment-reminder\"        | \"Appointment elsewhere\"",
        "\"withoutConsent\": \"SKIP\"    | \"withoutConsent\": \"SEND\"",
        "\"policy\": \"SEND_WITHIN\"     | \"policy\": \"WHENEVER\"",
        "\"stops\": []                   | \"stop\": []",
        "\"grace\": \"P1D\"              | \"grace\": 1",
        "\"task.remind-by-phone\"        | \"call them!\""})
    void refusesWhatTheReaderRefuses(String from, String to) throws IOException {
        String shipped = ScheduleReaderTest.shipped("therapy-appointment");
        String broken = shipped.replace(from, to);

        assertThat(broken).isNotEqualTo(shipped);
        assertThat(schema.validate(JSON.readTree(broken))).isNotEmpty();
        assertThatThrownBy(() -> new ScheduleReader().read(broken)).isInstanceOf(InvalidSchedule.class);
    }

    @Test
    void namesTheTemplatesThatThereAre() {
        TreeSet<String> named = new TreeSet<>();
        document.at("/$defs/action/oneOf/1/properties/template/examples").forEach(key -> named.add(key.stringValue()));

        assertThat(named).isEqualTo(Templates.SHIPPED.keys());
    }

    @Test
    void namesTheTitlesThatStaffCanRead() {
        TreeSet<String> named = new TreeSet<>();
        document.at("/$defs/task/properties/title/enum").forEach(key -> named.add(key.stringValue()));

        assertThat(named).isEqualTo(TaskTitles.KEYS);
    }

    @Test
    void describesEveryField() {
        assertThat(undescribed(document, "")).isEmpty();
    }

    private List<String> undescribed(JsonNode node, String path) {
        List<String> found = new ArrayList<>();
        for (var each : node.properties()) {
            String at = path + "/" + each.getKey();
            if (path.endsWith("/properties") && !described(each.getValue())) {
                found.add(at);
            }
            found.addAll(undescribed(each.getValue(), at));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            found.addAll(undescribed(node.get(i), path + "/" + i));
        }
        return found;
    }

    private boolean described(JsonNode field) {
        JsonNode referred = field.has("$ref") ? document.at(field.get("$ref").stringValue().substring(1)) : field;
        return field.has("const") || field.path("description").isString() || referred.path("description").isString();
    }
}
