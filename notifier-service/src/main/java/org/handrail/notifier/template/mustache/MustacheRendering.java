package org.handrail.notifier.template.mustache;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.handrail.contract.Language;
import org.handrail.notifier.link.ClientLinks;
import org.handrail.notifier.link.ReturnPaths;
import org.handrail.notifier.template.AppointmentTimes;
import org.handrail.notifier.template.Discretion;
import org.handrail.notifier.template.ReminderToRender;
import org.handrail.notifier.template.RenderedMail;
import org.handrail.notifier.template.Rendering;
import org.handrail.notifier.template.TextsInForce;
import org.handrail.notifier.template.Wording;
import org.handrail.notifier.template.mustache.Letterhead.Letter;

/** Renders from the shipped files. Making one checks them all: a template that can't be used stops the start. */
public final class MustacheRendering implements Rendering, TextsInForce {

    private static final List<Placeholder> LINKS = List.of(Placeholder.STOP_URL, Placeholder.PREFERENCES_URL,
            Placeholder.CONFIRM_URL, Placeholder.ANSWER_URL);

    private final Map<Language, Map<Wording, Letterhead>> letterheads = new EnumMap<>(Language.class);
    private final Discretion discretion;
    private final ClientLinks links;
    private final ReturnPaths returnPaths;

    /** @throws IllegalStateException naming the file and what is wrong with it */
    public MustacheRendering(Discretion discretion, ClientLinks links, ReturnPaths returnPaths) {
        this.discretion = discretion;
        this.links = links;
        this.returnPaths = returnPaths;
        for (Language language : Language.values()) {
            Map<Wording, Letterhead> wordings = new EnumMap<>(Wording.class);
            for (Wording wording : Wording.values()) {
                wordings.put(wording, new Letterhead(language, wording));
            }
            letterheads.put(language, wordings);
        }
        checkDiscretion();
    }

    @Override
    public RenderedMail render(ReminderToRender reminder) {
        Letterhead letterhead = letterheads.get(reminder.language()).get(reminder.wording());
        MailTemplate template = letterhead.find(reminder.template())
                .orElseThrow(() -> new TemplateFault("template-unknown"));
        ClientLinks.StopAddresses stop =
                links.stop(reminder.clientId(), reminder.purpose(), reminder.language(), reminder.now());
        Map<String, String> values = values(reminder, template, stop);
        if (!letterhead.hasAllFor(template, values)) {
            throw new TemplateFault("placeholder-missing");
        }
        Letter letter = letterhead.write(template, values);
        if (discretion.settingsReveal()) {
            throw new TemplateFault("revealing-word");
        }
        if (reveals(letter, values, reminder.wording())) {
            values.put(Placeholder.GIVEN_NAME.key(), "");
            letter = letterhead.write(template, values);
            if (reveals(letter, values, reminder.wording())) {
                throw new TemplateFault("revealing-word");
            }
        }
        return new RenderedMail(reminder.deliveryId(), reminder.recipient(),
                returnPaths.tokenFor(reminder.deliveryId(), reminder.now()), reminder.language().tag(),
                letter.subject(), letter.text(), letter.html(), stop.oneClick(), reminder.now());
    }

    private Map<String, String> values(
            ReminderToRender reminder, MailTemplate template, ClientLinks.StopAddresses stop) {
        Map<String, String> values = new HashMap<>();
        values.put(Placeholder.GIVEN_NAME.key(), discretion.nameForGreeting(reminder.givenName()).orElse(""));
        values.put(Placeholder.SITE_NAME.key(), reminder.siteName());
        values.put(Placeholder.SITE_PHONE.key(), reminder.sitePhone());
        values.put(Placeholder.STOP_URL.key(), stop.page());
        values.put(Placeholder.PREFERENCES_URL.key(),
                links.preferences(reminder.clientId(), reminder.language(), reminder.now()));
        if (reminder.startsAt() != null) {
            values.put(Placeholder.DATE.key(),
                    AppointmentTimes.date(reminder.startsAt(), reminder.siteZone(), reminder.language()));
            values.put(Placeholder.TIME.key(), AppointmentTimes.time(
                    reminder.startsAt(), reminder.siteZone(), reminder.clientZone(), reminder.language()));
        }
        if (template.required().contains(Placeholder.CONFIRM_URL)) {
            values.put(Placeholder.CONFIRM_URL.key(), links.confirmAddress(
                    reminder.clientId(), reminder.addressVersion(), reminder.language(), reminder.now()));
        }
        if (template.required().contains(Placeholder.ANSWER_URL)
                && reminder.appointmentId() != null && reminder.startsAt() != null) {
            values.put(Placeholder.ANSWER_URL.key(), links.answer(reminder.clientId(), reminder.appointmentId(),
                    reminder.appointmentVersion(), reminder.startsAt(), reminder.language(), reminder.now()));
        }
        return values;
    }

    /**
     * Tokens are left out: random letters may spell anything, and their hosts and paths are checked at start. A
     * detailed body may say what it is about; what shows of it in a list of messages or on a locked screen may not.
     */
    private boolean reveals(Letter letter, Map<String, String> values, Wording wording) {
        return discretion.reveals(letter.subject())
                || discretion.reveals(letter.preheader())
                || wording == Wording.DISCREET && (discretion.reveals(withoutLinks(letter.text(), values))
                        || discretion.reveals(withoutLinks(letter.html(), values)));
    }

    private static String withoutLinks(String body, Map<String, String> values) {
        String rest = body;
        for (Placeholder link : LINKS) {
            rest = values.containsKey(link.key()) ? rest.replace(values.get(link.key()), "") : rest;
        }
        return rest;
    }

    private void checkDiscretion() {
        discretion.requireAlways("HANDRAIL_LINKS_URL", links.base());
        tell(discretion::require);
    }

    /** With sample values; of the detailed wording what shows before it is opened, for its body may say more. */
    @Override
    public void tell(BiConsumer<String, String> text) {
        for (Language language : Language.values()) {
            // the detailed ones have the same subjects and preheaders
            Letterhead letterhead = letterheads.get(language).get(Wording.DISCREET);
            for (String key : TemplateFiles.KEYS) {
                MailTemplate template = letterhead.find(key).orElseThrow();
                tell(language, key, letterhead.write(template, SampleValues.named()), text);
                tell(language, key, letterhead.write(template, SampleValues.unnamed()), text);
            }
        }
    }

    private static void tell(Language language, String key, Letter letter, BiConsumer<String, String> text) {
        String place = "mail/" + language.tag() + "/" + key + ".mail";
        text.accept(place + " (subject)", letter.subject());
        text.accept(place + " (preheader)", letter.preheader());
        text.accept(place + " (text)", letter.text());
        text.accept(place + " (html)", letter.html());
    }
}
