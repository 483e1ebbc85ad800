package org.handrail.notifier.template.mustache;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handrail.contract.AppointmentKind;
import org.handrail.contract.Language;
import org.handrail.notifier.template.Discretion;
import org.handrail.notifier.template.Wording;

/** Holds a template to discretion, naming each place that would reveal something. */
final class DiscretionRules {

    /** What mail programs show of a body before it is opened, and somewhat more. */
    private static final int BEGINNING = 200;

    private final Discretion discretion;
    private final LetterWriter writer;

    DiscretionRules(Discretion discretion, LetterWriter writer) {
        this.discretion = discretion;
        this.writer = writer;
    }

    void check(Language language, Wording wording, MailTemplate text, Place place) {
        if (wording == Wording.DISCREET) {
            kindUnsaid(text, place);
        }
        for (Map<String, String> values : List.of(SampleValues.named(), SampleValues.unnamed())) {
            if (wording == Wording.DISCREET) {
                discreet(text, writer.letterhead(language, wording).write(text, values), values, place);
            } else {
                detailed(language, text, values, place);
            }
        }
    }

    private static void kindUnsaid(MailTemplate text, Place place) {
        kindUnsaid(text.subject(), place.part("subject"));
        kindUnsaid(text.preheader(), place.part("preheader"));
        for (int i = 0; i < text.blocks().size(); i++) {
            for (Phrase phrase : text.blocks().get(i).phrases()) {
                kindUnsaid(phrase, place.part("block " + (i + 1)));
            }
        }
    }

    private static void kindUnsaid(Phrase phrase, Place place) {
        if (phrase.source().contains(Placeholder.APPOINTMENT_KIND.key())) {
            place.fault("holds {{" + Placeholder.APPOINTMENT_KIND.key()
                    + "}}, which says what the appointment is for and belongs in a detailed body");
        }
    }

    /** What shows before it is opened, whatever the appointment is for. */
    private void detailed(Language language, MailTemplate text, Map<String, String> values, Place place) {
        Map<String, String> said = new HashMap<>(values);
        for (AppointmentKind kind : AppointmentKind.values()) {
            said.put(Placeholder.APPOINTMENT_KIND.key(), KindWords.of(kind, language));
            String letter = writer.letterhead(language, Wording.DETAILED).write(text, said).text();
            require(place.part("beginning"), letter.substring(0, Math.min(BEGINNING, letter.length())));
        }
    }

    private void discreet(MailTemplate text, Letter letter, Map<String, String> values, Place place) {
        boolean found = require(place.part("subject"), said(text.subject(), values));
        found |= require(place.part("preheader"), said(text.preheader(), values));
        for (int i = 0; i < text.blocks().size(); i++) {
            for (Phrase phrase : text.blocks().get(i).phrases()) {
                found |= require(place.part("block " + (i + 1)), said(phrase, values));
            }
        }
        // a word may also lie across two of them
        if (!found && !require(place.part("text"), letter.text())) {
            require(place.part("html"), letter.html());
        }
    }

    /** Of what can't be rendered, as it was written. */
    private static String said(Phrase phrase, Map<String, String> values) {
        return phrase.isFaulty() ? phrase.source() : phrase.render(values);
    }

    private boolean require(Place place, String text) {
        Optional<String> entry = discretion.find(text);
        entry.ifPresent(word -> place.fault("would reveal treatment: it holds \"" + word
                + "\" of the list of revealing words"));
        return entry.isPresent();
    }
}
