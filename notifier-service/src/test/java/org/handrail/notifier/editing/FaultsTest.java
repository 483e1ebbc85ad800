package org.handrail.notifier.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.handrail.contract.Language;
import org.handrail.notifier.delivery.jdbc.TestSender;
import org.handrail.notifier.editing.Sources.Texts;
import org.handrail.notifier.template.Wording;
import org.handrail.notifier.template.mustache.Renderings;
import org.handrail.notifier.testing.TestLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FaultsTest {

    private static final String HEAD = "subject: A note\npreheader: From {{siteName}}\n\n";
    private static final Proofreading PROOFREADING =
            Renderings.proofreading(TestSender.SITES, Clock.fixed(TestLedger.NOW, ZoneOffset.UTC));

    @Test
    void findsNothingWrongWithWhatShips() {
        Renderings.shippedSources().forEach((key, sources) ->
                assertThat(PROOFREADING.faults(key, sources, sources)).as(key).isEmpty());
    }

    @Test
    void knowsWhatEachShippedOneIsFor() {
        Map<String, Kind> special = Map.of("inquiry-receipt", Kind.RECEIPT, "appointment-confirmation", Kind.APPOINTMENT,
                "appointment-reminder", Kind.APPOINTMENT, "appointment-soon", Kind.APPOINTMENT,
                "appointment-cancelled", Kind.CANCELLATION);
        Renderings.shippedSources().forEach((key, sources) -> assertThat(PROOFREADING.kindOf(key, sources)).as(key)
                .isEqualTo(special.getOrDefault(key, Kind.FOLLOW_UP)));
    }

    @Test
    void tellsEverythingAtOnce() {
        Sources sources = new Sources(Map.of(
                Language.EN, new Texts("subject: Your rehab {{who}}\npreheader: {{givenName}}\n\n"
                        + "Hello.\n\n* Date {{date}}\n\n[Go](https://evil.example)\n\nSee\u200b you", "Detox, soon."),
                Language.ES, new Texts("Hola", null)));

        assertThat(PROOFREADING.faults("note", sources, null)).extracting(FaultsTest::words).contains(
                "en discreet subject has an unknown placeholder {{who}}",
                "en discreet subject would reveal treatment: it holds \"*rehab*\" of the list of revealing words",
                "en discreet preheader holds {{givenName}} outside of {{#givenName}}...{{/givenName}}, and it may be empty",
                "en discreet block 2 has a line among facts that does not read \"* Label: value\"",
                "en discreet block 3 must lead to one of {{confirmUrl}}, {{answerUrl}}, {{preferencesUrl}}, {{stopUrl}}, "
                        + "and nowhere else",
                "en discreet line 10 holds U+200B, which does not show, or shows otherwise than it reads",
                "en detailed beginning would reveal treatment: it holds \"*detox*\" of the list of revealing words",
                "es discreet beginning must be a subject: and a preheader: line, then a blank one and the text",
                "es detailed language has no detailed text, and another language has one");
    }

    private static Stream<Arguments> faulty() {
        return Stream.of(
                Arguments.of("Call us.\u202e", "U+202E"), Arguments.of("Call\u00adus.", "U+00AD"),
                Arguments.of("Call\u3164us.", "U+3164"), Arguments.of("Call\tus.", "U+0009"),
                Arguments.of("\ud83d\udc68\u200d\ud83d\udc69", "U+200D"), Arguments.of("Tag \udb40\udc41", "U+E0041"),
                Arguments.of("o\u0301\u0302\u0303\u0304", "heap of marks"), Arguments.of("\ufeffHi.", "U+FEFF"),
                Arguments.of("Call us.\n\n".repeat(800), "8000 are the most"), Arguments.of("x".repeat(7_900), "of a word"), Arguments.of("A.\n\n".repeat(41), "40 are the most"),
                Arguments.of("See www.example.org", "holds an address"), Arguments.of("Write to a@example.org", "an address"),
                Arguments.of("Stop: {{stopUrl}}", "belongs in a line of its own"), Arguments.of("<b>Hi</b>", "holds markup"),
                Arguments.of("[Go]({{stopUrl}}?x={{siteName}})", "nowhere else"),
                Arguments.of("[Go]({{sitePhone}})", "nowhere else"),
                Arguments.of("[{{#givenName}}Go{{/givenName}}]({{stopUrl}})", "would be empty"),
                Arguments.of("[" + "Go ".repeat(40) + "]({{stopUrl}})", "longer than 80"),
                Arguments.of("Your d.e.t.o.x", "\"*detox*\""), Arguments.of("[To rehab]({{stopUrl}})", "\"*rehab*\""),
                Arguments.of("You go to re\n\nhab soon", "\"*rehab*\""), Arguments.of("{{=<% %>=}}<%stopUrl%>", "line of its own"),
                Arguments.of("{{#siteName}}x{{/siteName}}", "always there"), Arguments.of("{{>foot}}", "includes"),
                Arguments.of("{{" + "x".repeat(70) + "}}", "x...}}"), Arguments.of("{{givenName", "not closed"),
                Arguments.of("{{confirmUrl}} and {{date}}", "must not hold {{date}}"));
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void refuses(String body, String message) {
        List<Fault> faults = PROOFREADING.faults("note", Edited.of(HEAD + body), null);

        assertThat(faults).extracting(Fault::message).anyMatch(each -> each.contains(message));
        assertThat(faults).extracting(Fault::language).contains(Language.EN, Language.ES);
    }

    @Test
    void keepsATemplateToWhatItIsFor() {
        Sources note = Edited.saying("How are you?");
        Sources reminder = Edited.shipped("appointment-reminder");

        assertThat(PROOFREADING.faults("follow-up-check-in", reminder, note)).extracting(Fault::message)
                .contains("must not hold {{date}}, for it is sent to people without an appointment");
        assertThat(PROOFREADING.faults("appointment-reminder", note, reminder)).extracting(Fault::message)
                .contains("must hold {{answerUrl}}, for it is about an appointment to come, which its reader can answer");
        assertThat(PROOFREADING.faults("welcome-confirmation", note, null)).extracting(Fault::place).containsExactly("key");
        assertThat(PROOFREADING.faults("second-reminder", reminder, null)).isEmpty();
        assertThat(PROOFREADING.faults("note", new Sources(Map.of(Language.EN, note.in(Language.EN).orElseThrow())), null))
                .containsExactly(new Fault(Language.ES, null, "language", "is missing"));
    }

    @Test
    void keepsWhatAnAppointmentIsForInDetailedBodies() {
        Texts shipped = Edited.shipped("appointment-reminder").in(Language.EN).orElseThrow();
        String kind = "{{#appointmentKind}}It is {{appointmentKind}}.{{/appointmentKind}}";
        String spoken = shipped.discreet().replace("This is a reminder", kind + " This is a reminder")
                .replace("preheader: ", "preheader: " + kind).replace("subject: ", "subject: " + kind);
        String early = shipped.detailed().replace("This is a reminder", kind + " This is a reminder");

        assertThat(reminderFaults(new Texts(spoken, shipped.detailed()))).contains(
                "discreet subject holds {{appointmentKind}}, which says what the appointment is for and belongs in a detailed body",
                "discreet preheader holds {{appointmentKind}}, which says what the appointment is for and belongs in a detailed body",
                "discreet block 2 holds {{appointmentKind}}, which says what the appointment is for and belongs in a detailed body");
        assertThat(reminderFaults(new Texts(shipped.discreet(), early)))
                .contains("detailed beginning would reveal treatment: it holds \"*detox*\" of the list of revealing words");
        assertThat(reminderFaults(new Texts(shipped.discreet(), shipped.discreet().split("\n\n", 2)[1] + "\n\n" + kind)))
                .contains("detailed block 6 would be empty");
        assertThat(PROOFREADING.faults("note", new Sources(Map.of(
                        Language.EN, new Texts(HEAD + "Call us.", "Call us.\n\nAbout " + kind),
                        Language.ES, new Texts(HEAD + "Llame.", "Llame."))), null))
                .extracting(Fault::message)
                .contains("must not hold {{appointmentKind}}, for it is sent to people without an appointment");
    }

    private static List<String> reminderFaults(Texts english) {
        Sources shipped = Edited.shipped("appointment-reminder");
        Sources edited = new Sources(Map.of(
                Language.EN, english, Language.ES, shipped.in(Language.ES).orElseThrow()));
        return PROOFREADING.faults("appointment-reminder", edited, shipped).stream()
                .map(fault -> words(fault).replaceFirst("^en ", "")).toList();
    }

    @Test
    void showsEachPersonWhatTheyWouldGetOrWhyNot() {
        Sources reminder = Edited.shipped("appointment-reminder");
        for (SamplePerson person : SamplePerson.values()) {
            for (Language language : Language.values()) {
                for (Wording wording : Wording.values()) {
                    Proofreading.Preview preview =
                            PROOFREADING.preview("appointment-reminder", reminder, person, language, wording);
                    assertThat(preview.letter() == null).as(person.id()).isEqualTo(!person.hasAppointment());
                    assertThat(preview.faults().isEmpty()).isEqualTo(person.hasAppointment());
                }
            }
        }
        assertThat(greeting(reminder, SamplePerson.RIGHT_TO_LEFT)).contains("\u0645\u062d\u0645\u062f");
        assertThat(greeting(reminder, SamplePerson.LONG)).contains("Wolfeschlegelstein-Hausenberg");
        assertThat(Stream.of(SamplePerson.EMOJI, SamplePerson.MARKUP, SamplePerson.TOO_LONG, SamplePerson.UNNAMED)
                .map(person -> greeting(reminder, person))).containsOnly("Hello,");
        assertThat(text(reminder, SamplePerson.ELSEWHERE)).contains("9:30 AM EST");
        assertThat(text(reminder, SamplePerson.NAMED)).contains("9:30 AM\n");
        assertThat(text(reminder, SamplePerson.CLOCK_CHANGE)).containsPattern("1:30 AM EDT");
    }

    private static String greeting(Sources sources, SamplePerson person) {
        return text(sources, person).lines().findFirst().orElseThrow();
    }

    private static String text(Sources sources, SamplePerson person) {
        return PROOFREADING.preview("appointment-reminder", sources, person, Language.EN, Wording.DISCREET)
                .letter().text();
    }

    private static String words(Fault fault) {
        return (fault.language() == null ? "" : fault.language().tag()) + " "
                + (fault.wording() == null ? "" : fault.wording().name().toLowerCase(java.util.Locale.ROOT)) + " "
                + fault.place() + " " + fault.message();
    }
}
