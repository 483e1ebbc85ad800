package org.handrail.followup.schedule.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.List;
import org.handrail.followup.schedule.Fault;
import org.handrail.followup.schedule.InvalidSchedule;
import org.handrail.followup.schedule.ShippedSchedules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Definitions whose fields are right each for itself, and that would not do what they say. */
class RulesTest {

    private static final String EMAIL = """
            type: EMAIL, template: appointment-reminder, purpose: APPOINTMENT_REMINDERS, withoutConsent: SKIP""";
    private static final String TASK = "type: TASK, kind: CALL, title: task.call, priority: HIGH, due: PT1H";

    private final ScheduleReader reader = new ScheduleReader();

    @ParameterizedTest(name = "{0} {1} {2} {3} {4}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        // anchor     | offset                               | action | conditions | late | path of the fault
        "INQUIRY      | type: ELAPSED, by: -PT1H             | TASK  | | SKIP   | /offset",
        "INQUIRY      | type: LOCAL, days: -1, at: 09:00     | TASK  | | SKIP   | /offset",
        "DISCHARGE    | type: DAILY, at: 09:00, whileWaitOver: PT48H | TASK | | SKIP | /offset",
        "APPOINTMENT  | type: ELAPSED, by: PT1H              | EMAIL | | SKIP   | /offset",
        "APPOINTMENT  | type: ELAPSED, by: PT0M              | EMAIL | | SKIP   | /offset",
        "APPOINTMENT  | type: LOCAL, days: 1, at: 09:00      | EMAIL | | SKIP   | /offset",
        "APPOINTMENT  | type: STAFFED, after: PT1H           | EMAIL | | SKIP   | /offset/type",
        "APPOINTMENT  | type: LOCAL, days: -1, at: 09:00     | EMAIL | | ALWAYS | /late/policy",
        "APPOINTMENT  | type: DAILY, at: 09:00, whileWaitOver: PT48H | TASK | | ALWAYS | /late",
        "INQUIRY      | type: AT_ONCE                        | EMAIL | | SKIP   | /action/template",
        "NO_SHOW      | type: AT_ONCE                        | EMAIL | | SKIP   | /action/template",
        "INQUIRY      | type: AT_ONCE | TASK | {type: WAIT_OVER, longerThan: PT1H} | SKIP | /conditions/0/type",
        "INQUIRY      | type: AT_ONCE | TASK | {type: LEFT_AGAINST_ADVICE}         | SKIP | /conditions/0/type",
        "INQUIRY      | type: AT_ONCE | TASK | {type: NOT, condition: {type: NOT_ARRIVED}} | SKIP | /conditions/0/condition/type",
        "INQUIRY      | type: AT_ONCE | TASK | {type: ANY_OF, conditions: [{type: UNBOOKED}, {type: NOT_ARRIVED}]} | SKIP | /conditions/0/conditions/1/type",
        "INQUIRY      | type: AT_ONCE | TASK | {type: UNBOOKED}, {type: UNBOOKED}   | SKIP | /conditions/1",
        "INQUIRY      | type: AT_ONCE | TASK | {type: UNBOOKED}, {type: NOT, condition: {type: UNBOOKED}} | SKIP | /conditions/1/condition",
        "APPOINTMENT  | type: AT_ONCE | TASK | {type: BOOKED_MORE_THAN, ahead: P14D}, {type: BOOKED_LESS_THAN, ahead: P7D} | SKIP | /conditions/1",
        "APPOINTMENT  | type: AT_ONCE | TASK | {type: BOOKED_LESS_THAN, ahead: P7D}, {type: BOOKED_MORE_THAN, ahead: P14D} | SKIP | /conditions/1",
        "APPOINTMENT  | type: AT_ONCE | TASK | {type: BOOKED_MORE_THAN, ahead: P14D}, {type: NOT, condition: {type: BOOKED_MORE_THAN, ahead: P7D}} | SKIP | /conditions/1/condition",
        "INQUIRY      | type: AT_ONCE | TASK | {type: NO_SHOWS_AT_LEAST, count: 3}, {type: NOT, condition: {type: NO_SHOWS_AT_LEAST, count: 2}} | SKIP | /conditions/1/condition",
        "INQUIRY      | type: AT_ONCE | TASK | {type: ALL_OF, conditions: [{type: UNBOOKED}, {type: NOT, condition: {type: ANY_OF, conditions: [{type: UNBOOKED}, {type: EMAIL_BOUNCED}]}}]} | SKIP | /conditions/0/conditions/1/condition/conditions/0",
        "APPOINTMENT  | type: ELAPSED, by: -PT1H         | TASK  | {type: NOT_ARRIVED} | SKIP | /conditions/0",
        "APPOINTMENT  | type: ELAPSED, by: PT1H          | TASK  | {type: WAIT_OVER, longerThan: PT1M} | SKIP | /conditions/0",
        "APPOINTMENT  | type: LOCAL, days: -1, at: 09:00 | EMAIL | {type: WAIT_OVER, longerThan: P7D}  | SKIP | /conditions/0",
        "APPOINTMENT  | type: LOCAL, days: -3, at: 09:00 | EMAIL | {type: BOOKED_LESS_THAN, ahead: PT24H} | SKIP | /conditions/0",
        "APPOINTMENT  | type: AT_ONCE | EMAIL | {type: CONSENT_ABSENT, purpose: APPOINTMENT_REMINDERS} | SKIP | /conditions/0",
        "APPOINTMENT  | type: AT_ONCE | EMAIL | {type: EMAIL_BOUNCED} | SKIP | /conditions/0",
        "INQUIRY      | type: AT_ONCE | TASK  | {type: CONTACT_REACHED} | SKIP | /conditions/0"})
    void refusesWhatWouldNotDoWhatItSays(
            String anchor, String offset, String action, String conditions, String late, String path) {
        assertThat(faultsOf(definition(anchor, offset, action.equals("TASK") ? TASK : EMAIL, conditions, late, "")))
                .extracting(Fault::path).containsExactly("/steps/0" + path);
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "APPOINTMENT | type: LOCAL, days: -1, at: 03:00 | EMAIL | ",
        "APPOINTMENT | type: LOCAL, days: -1, at: 03:00 | TASK  | ",
        "APPOINTMENT | type: LOCAL, days: 0, at: 09:00  | EMAIL | ",
        "APPOINTMENT | type: AT_ONCE | TASK | {type: BOOKED_MORE_THAN, ahead: P7D}, {type: BOOKED_LESS_THAN, ahead: P14D}",
        "APPOINTMENT | type: AT_ONCE | TASK | {type: ANY_OF, conditions: [{type: BOOKED_MORE_THAN, ahead: P14D}, {type: BOOKED_LESS_THAN, ahead: P7D}]}",
        "APPOINTMENT | type: ELAPSED, by: -PT3H | EMAIL | {type: BOOKED_LESS_THAN, ahead: PT24H}",
        "APPOINTMENT | type: ELAPSED, by: PT0M | TASK | {type: NOT_ARRIVED}",
        "INQUIRY     | type: AT_ONCE | TASK | {type: CONSENT_ABSENT, purpose: FOLLOW_UP}, {type: NOT, condition: {type: CONTACT_REACHED}}",
        "DISCHARGE   | type: AT_ONCE | TASK | {type: NOT, condition: {type: LEFT_AGAINST_ADVICE}}"})
    void takesWhatMayHappen(String anchor, String offset, String action, String conditions) {
        String definition = definition(anchor, offset, action.equals("TASK") ? TASK : EMAIL, conditions, "SKIP", "");

        assertThatNoException().isThrownBy(() -> reader.read(definition, Notation.YAML));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "REACHED: {then: END}                               | /outcomes/REACHED",
        "NO_ANSWER: {then: SHRUG}                           | /outcomes/NO_ANSWER/then",
        "NO_ANSWER: {then: TRY_AGAIN}                       | /outcomes/NO_ANSWER/days",
        "NO_ANSWER: {then: TRY_AGAIN, days: 15, onceMore: true}  | /outcomes/NO_ANSWER/days",
        "NO_ANSWER: {then: TRY_AGAIN, days: -1, onceMore: true}  | /outcomes/NO_ANSWER/days",
        "NO_ANSWER: {then: TRY_AGAIN, days: 1, part: NIGHT} | /outcomes/NO_ANSWER/part",
        "NO_ANSWER: {then: TRY_AGAIN, days: 1}              | /outcomes/NO_ANSWER/then",
        "NO_ANSWER: {then: END, days: 1}                    | /outcomes/NO_ANSWER/days",
        "WRONG_NUMBER: {then: CONTINUE}                     | /outcomes/WRONG_NUMBER/then",
        "WRONG_NUMBER: {then: TRY_AGAIN, days: 1, onceMore: true} | /outcomes/WRONG_NUMBER/then"})
    void refusesOutcomesThatLeadNowhere(String outcomes, String path) {
        assertThat(faultsOf(definition("INQUIRY", "type: AT_ONCE", TASK, "", "SKIP", "outcomes: {" + outcomes + "}")))
                .extracting(Fault::path).containsExactly("/steps/0" + path);
    }

    @Test
    void refusesOutcomesWhereNobodyIsCalled() {
        assertThat(faultsOf(definition("INQUIRY", "type: AT_ONCE",
                "type: TASK, kind: REVIEW, title: task.close-inquiry, priority: LOW, due: PT1H", "", "SKIP",
                "outcomes: {NO_ANSWER: {then: END}}"))).containsExactly(new Fault("/steps/0/outcomes",
                "only a call has outcomes"));
    }

    @Test
    void refusesWordsThatNobodyHas() {
        assertThat(faultsOf(definition("INQUIRY", "type: AT_ONCE", TASK.replace("task.call", "task.sing"), "", "SKIP", "")))
                .singleElement().satisfies(fault -> {
                    assertThat(fault.path()).isEqualTo("/steps/0/action/title");
                    assertThat(fault.reason()).contains("task.call-back");
                });
    }

    @Test
    void refusesAPurposeThatIsNotTheTemplatesOwn() {
        assertThat(faultsOf(definition("INQUIRY", "type: AT_ONCE",
                "type: EMAIL, template: inquiry-closing, purpose: RECEIPTS, withoutConsent: SKIP", "", "SKIP", "")))
                .containsExactly(new Fault("/steps/0/action/purpose",
                        "must be FOLLOW_UP for the template inquiry-closing"));
    }

    @Test
    void refusesTheSameTwiceAtTheSameTime() {
        String one = definition("INQUIRY", "type: ELAPSED, by: P1D", TASK, "", "SKIP", "");
        String two = one + one.substring(one.indexOf("- key")).replace("key: a", "key: b").replace("P1D", "PT24H");

        assertThat(faultsOf(two)).containsExactly(
                new Fault("/steps/1", "does the same at the same time as the step a"));
    }

    @Test
    void namesAllFaultsAtOnceInTheOrderOfTheDocument() {
        List<Fault> faults = faultsOf("""
                id: X
                anchor: {event: INQUIRY, kinds: [THERAPY]}
                stops: [REACHED, REACHED]
                steps:
                - key: a
                  offset: {type: ELAPSED, by: -PT1H}
                  action: {type: EMAIL, template: nowhere, purpose: FOLLOW_UP, withoutConsent: SKIP}
                  conditions: [{type: CONTACT_REACHED}, {type: MOON}, {type: NOT_ARRIVED}]
                  late: {policy: ALWAYS}
                - key: a
                  offset: {type: AT_ONCE}
                  action: {type: TASK, kind: CALL, title: task.sing, priority: 1, due: PT0M}
                  late: {}
                """);

        assertThat(faults).extracting(Fault::path).containsExactly("/title", "/id", "/anchor/kinds", "/stops/1",
                "/steps/0/offset", "/steps/0/action/template", "/steps/0/conditions/0", "/steps/0/conditions/1/type",
                "/steps/0/conditions/2/type", "/steps/0/late/policy", "/steps/1/key",
                "/steps/1/action/title", "/steps/1/action/priority", "/steps/1/action/due", "/steps/1/late/policy");
    }

    @Test
    void readsWhatWasStoredBeforeARuleCame() throws IOException {
        String stored = ScheduleReaderTest.shipped("no-show").replace("task.welfare-call", "task.of-older-days");

        assertThat(reader.readStored(stored).steps()).hasSize(5);
        assertThat(catchThrowableOfType(InvalidSchedule.class, () -> reader.read(stored)).faults()).hasSize(1);
        assertThat(catchThrowableOfType(InvalidSchedule.class,
                () -> reader.readStored(stored.replace("URGENT", "SOON").replace("HIGH", "SOON")))).isNotNull();
    }

    @Test
    void shipsSchedulesThatKeepEveryRule() throws IOException {
        for (String id : ShippedSchedules.IDS) {
            assertThatNoException().isThrownBy(() -> reader.read(ScheduleReaderTest.shipped(id)));
        }
    }

    private List<Fault> faultsOf(String yaml) {
        return catchThrowableOfType(InvalidSchedule.class, () -> reader.read(yaml, Notation.YAML)).faults();
    }

    private static String definition(
            String anchor, String offset, String action, String conditions, String late, String more) {
        boolean kinds = List.of("APPOINTMENT", "NO_SHOW", "CANCELLATION").contains(anchor);
        return """
                id: x
                title: X
                anchor: {event: %s%s}
                stops: [REACHED]
                steps:
                - key: a
                  offset: {%s}
                  action: {%s}
                  conditions: [%s]
                  late: {policy: %s}
                  %s
                """.formatted(anchor, kinds ? ", kinds: [THERAPY]" : "", offset, action,
                conditions == null ? "" : conditions, late, more).stripTrailing() + "\n";
    }
}
