package org.handrail.notifier.template.mustache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.handrail.contract.AppointmentKind;
import org.handrail.contract.Language;
import org.handrail.contract.Purpose;
import org.handrail.notifier.smtp.OddNames;
import org.handrail.notifier.template.ReminderToRender;
import org.handrail.notifier.template.Reminders;
import org.handrail.notifier.template.RenderedMail;
import org.handrail.notifier.template.Rendering;
import org.handrail.notifier.template.Wording;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MustacheRenderingTest {

    private final Rendering rendering = Reminders.rendering();

    @Test
    void rendersAReminder() {
        RenderedMail mail = rendering.render(Reminders.reminder("appointment-reminder", Language.EN, "Alex"));

        assertThat(mail.subject()).isEqualTo("Reminder: Tuesday, May 5 at 9:30 AM");
        assertThat(mail.text()).contains("Hello Alex,", "Date: Tuesday, May 5", "Time: 9:30 AM", "Front Desk",
                "If this is an emergency, call 911", "https://messages.example.org/s/");
        assertThat(mail.html()).contains("<html lang=\"en\"", "Hello Alex,", "<strong>Time:</strong> 9:30 AM",
                "href=\"https://messages.example.org/s/");
        assertThat(mail.unsubscribeUrl()).startsWith("https://messages.example.org/u/");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void carriesTheConfirmingLinkInTheReceiptAlone(Language language) {
        for (String key : TemplateFiles.KEYS) {
            RenderedMail mail = rendering.render(Reminders.reminder(key, language, null));
            assertThat(mail.text().contains("https://messages.example.org/c/")).isEqualTo(key.equals("inquiry-receipt"));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void carriesTheAnsweringLinkWhereThereIsAnAppointmentToComeTo(Language language) {
        for (String key : TemplateFiles.KEYS) {
            RenderedMail mail = rendering.render(Reminders.reminder(key, language, null));
            assertThat(mail.text().contains("https://messages.example.org/a/"))
                    .isEqualTo(List.of("appointment-confirmation", "appointment-reminder", "appointment-soon").contains(key));
        }
    }

    @Test
    void greetsWithoutANameRatherThanHoldAReminderBack() {
        RenderedMail mail = rendering.render(Reminders.reminder("appointment-reminder", Language.EN, "Rehab"));

        assertThat(mail.text()).startsWith("Hello,\n");
        assertThat(mail.html()).doesNotContainIgnoringCase("rehab");
    }

    @Test
    void readsNoNameAsMarkup() {
        String markup = rendering.render(Reminders.reminder("appointment-reminder", Language.EN, null)).html()
                .replaceAll("/[suap]/[A-Za-z0-9_-]+", "");
        for (String name : OddNames.thousand()) {
            RenderedMail mail = rendering.render(Reminders.reminder("appointment-reminder", Language.EN, name));
            String html = mail.html().replaceAll("/[suap]/[A-Za-z0-9_-]+", "");
            assertThat(html.replaceAll("Hello[^<]*", "Hello,")).isEqualTo(markup);
            assertThat(mail.text()).doesNotContain("{{", "}}");
        }
    }

    @Test
    void escapesWhateverASiteIsCalled() {
        RenderedMail mail = rendering.render(site("appointment-new-times", "Front <Desk> & \"Co\""));

        assertThat(mail.html()).contains("Front &lt;Desk&gt; &amp; &quot;Co&quot;").doesNotContain("<Desk>");
        assertThat(mail.text()).contains("Front <Desk> & \"Co\"");
    }

    @Test
    void refusesWhatWouldReveal() {
        assertThatThrownBy(() -> rendering.render(site("appointment-new-times", "Sunrise Recovery")))
                .isInstanceOfSatisfying(Rendering.TemplateFault.class,
                        fault -> assertThat(fault.code()).isEqualTo("revealing-word"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void saysWhatItIsAboutOnlyToWhoChoseThatAndOnlyInTheBody(Language language) {
        String about = language == Language.EN ? "treatment" : "tratamiento";
        for (String key : TemplateFiles.KEYS) {
            ReminderToRender reminder = Reminders.reminder(key, language, "Alex");
            RenderedMail discreet = rendering.render(reminder);
            RenderedMail detailed = rendering.render(reminder.with(Wording.DETAILED));

            assertThat(bare(discreet.text() + discreet.html())).doesNotContain("988", "1-800-662-4357", about);
            assertThat(bare(detailed.text())).contains("988", "1-800-662-4357", "911");
            assertThat(bare(detailed.html())).contains("988", "1-800-662-4357", "911");
            assertThat(detailed.text().contains(about)).isEqualTo(TemplateFiles.DETAILED.contains(key));
            assertThat(detailed.subject()).isEqualTo(discreet.subject());
            assertThat(headOf(detailed)).isEqualTo(headOf(discreet));
            // mail programs fill the preview beside a short preheader with the beginning of the body
            assertThat(bare(detailed.text()).substring(0, 200)).isEqualTo(bare(discreet.text()).substring(0, 200));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "EN, THERAPY, This appointment is a therapy session and part of your treatment.",
        "EN, DETOX_ADMISSION, This appointment is your detox admission and part of your treatment.",
        "ES, THERAPY, Esta cita es una sesión de terapia y parte de su tratamiento.",
        "ES, DETOX_ADMISSION, Esta cita es su ingreso para desintoxicación y parte de su tratamiento.",
        "EN, , This appointment is part of your treatment.",
        "ES, , Esta cita es parte de su tratamiento."})
    void saysWhatAnAppointmentIsForInDetailedBodiesOnly(Language language, @Nullable AppointmentKind kind, String words) {
        for (String key : TemplateFiles.DETAILED) {
            ReminderToRender asked = Reminders.reminder(key, language, "Alex");
            ReminderToRender known = kind == null ? asked : asked.with(kind);
            RenderedMail detailed = rendering.render(known.with(Wording.DETAILED));

            assertThat(detailed.text()).contains(words);
            assertThat(detailed.html()).contains(words);
            assertThat(rendering.render(known)).extracting(RenderedMail::subject, mail -> bare(mail.text()),
                            mail -> bare(mail.html()))
                    .isEqualTo(List.of(detailed.subject(), bare(rendering.render(asked).text()),
                            bare(rendering.render(asked).html())));
        }
    }

    @Test
    void refusesARevealingSubjectOrPreheaderInTheDetailedWordingToo() {
        ReminderToRender reminder = Reminders.reminder("appointment-reminder", Language.EN, "Alex");
        ReminderToRender revealing = new ReminderToRender(reminder.deliveryId(), reminder.clientId(),
                reminder.purpose(), reminder.template(), reminder.language(), reminder.recipient(), 1, "Alex",
                reminder.appointmentId(), 2, reminder.startsAt(), reminder.siteZone(), null, "Sunrise Recovery",
                reminder.sitePhone(), reminder.now()).with(Wording.DETAILED);

        assertThatThrownBy(() -> rendering.render(revealing)).isInstanceOf(Rendering.TemplateFault.class)
                .hasMessage("revealing-word");
    }

    /** Without addresses, whose random letters and figures may spell anything. */
    private static String bare(String body) {
        return body.replaceAll("https://[^\\s\"<]+", "");
    }

    /** Title and preheader: what shows before the message is opened. */
    private static String headOf(RenderedMail mail) {
        return mail.html().substring(0, mail.html().indexOf("<p style"));
    }

    @Test
    void refusesATemplateItDoesNotKnow() {
        assertThatThrownBy(() -> rendering.render(Reminders.reminder("../foot", Language.EN, "Alex")))
                .isInstanceOfSatisfying(Rendering.TemplateFault.class,
                        fault -> assertThat(fault.code()).isEqualTo("template-unknown"));
    }

    @Test
    void refusesAMissingValue() {
        ReminderToRender reminder = Reminders.reminder("appointment-reminder", Language.EN, "Alex");
        ReminderToRender timeless = new ReminderToRender(reminder.deliveryId(), reminder.clientId(),
                reminder.purpose(), reminder.template(), reminder.language(), reminder.recipient(), 1, "Alex", null, 0, null,
                reminder.siteZone(), null, reminder.siteName(), reminder.sitePhone(), reminder.now());

        assertThatThrownBy(() -> rendering.render(timeless)).isInstanceOf(Rendering.TemplateFault.class)
                .hasMessage("placeholder-missing");
        assertThatThrownBy(() -> rendering.render(site("appointment-new-times", " ")))
                .isInstanceOf(Rendering.TemplateFault.class).hasMessage("placeholder-missing");
    }

    @Test
    void namesADeliveryAlikeInEachAttemptAndNeverTheSameForTwo() {
        ReminderToRender reminder = Reminders.reminder("follow-up-check-in", Language.EN, "Alex");

        String token = rendering.render(reminder).returnPathToken();

        assertThat(rendering.render(reminder).returnPathToken()).isEqualTo(token);
        assertThat(token).matches("[0-9a-f]{52}").doesNotContain(reminder.deliveryId().toString().substring(0, 8));
        assertThat(rendering.render(Reminders.reminder("follow-up-check-in", Language.EN, "Alex")).returnPathToken())
                .isNotEqualTo(token);
    }

    private static ReminderToRender site(String template, String name) {
        return new ReminderToRender(UUID.randomUUID(), UUID.randomUUID(), Purpose.FOLLOW_UP, template, Language.EN,
                "alex@client.example", 1, "Alex", null, 0, null, Reminders.NEW_YORK, null, name, "+1 555 010 0100",
                Reminders.NOW);
    }

    /** Whatever reaches a message in a value is seen, hidden or put together with the text around it. */
    @ParameterizedTest
    @ValueSource(strings = {"Sunrise Re-covery", "d%65tox house", "De&#116;ox", "R3hab Place", "myMATClinic", "Sober\u200bHouse",
        "Reh\u00adab", "T\u0443eatment t\u04bb\u0435rapy", "=?utf-8?q?d=65tox?=", "WkdWMGIzZz0=", "thera\npy", "Casa de recuperaci\u00f3n",
        "\u202exoted\u202c", "12-Step House", "Unit F11.20"})
    void sendsNothingWithASiteThatReveals(String name) {
        for (Language language : Language.values()) {
            ReminderToRender one = Reminders.reminder("appointment-reminder", language, "Alex");
            ReminderToRender there = new ReminderToRender(one.deliveryId(), one.clientId(), one.purpose(), one.template(),
                    language, one.recipient(), one.addressVersion(), one.givenName(), one.appointmentId(),
                    one.appointmentVersion(), one.startsAt(), one.siteZone(), one.clientZone(), name, one.sitePhone(),
                    one.now());

            Reminders.rendering().render(one);
            assertThatThrownBy(() -> Reminders.rendering().render(there)).isInstanceOfSatisfying(
                    Rendering.TemplateFault.class, fault -> assertThat(fault.code()).isEqualTo("revealing-word"));
        }
    }
}
