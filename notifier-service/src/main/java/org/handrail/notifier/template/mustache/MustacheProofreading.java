package org.handrail.notifier.template.mustache;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.handrail.contract.Language;
import org.handrail.notifier.editing.Fault;
import org.handrail.notifier.editing.Kind;
import org.handrail.notifier.editing.Proofreading;
import org.handrail.notifier.editing.SamplePerson;
import org.handrail.notifier.editing.Sources;
import org.handrail.notifier.template.Discretion;
import org.handrail.notifier.template.ReminderToRender;
import org.handrail.notifier.template.Rendering.TemplateFault;
import org.handrail.notifier.template.Wording;
import org.jspecify.annotations.Nullable;

/** Parses, looks through and writes what an editor wrote with the very parts that write every mail. */
final class MustacheProofreading implements Proofreading {

    private static final String CONFIRMATION = "-confirmation";

    private final LetterWriter writer;
    private final DiscretionRules discretion;
    private final SampleReminders reminders;
    private final Links links;

    MustacheProofreading(LetterWriter writer, Discretion discretion, SampleReminders reminders, Links links) {
        this.writer = writer;
        this.discretion = new DiscretionRules(discretion, writer);
        this.reminders = reminders;
        this.links = links;
    }

    @Override
    public List<Fault> faults(String key, Sources edited, @Nullable Sources inForce) {
        List<Fault> faults = new ArrayList<>();
        ParsedTemplate parsed = parse(key, edited, faults);
        Kind kind = inForce == null ? parsed.kind() : kindOf(key, inForce);
        for (Language language : Language.values()) {
            Sources.Texts texts = edited.in(language).orElse(null);
            if (texts == null) {
                faults.add(new Fault(language, null, "language", "is missing"));
                continue;
            }
            source(language, Wording.DISCREET, texts.discreet(), faults);
            check(parsed, kind, language, Wording.DISCREET, faults);
            if (texts.detailed() != null) {
                source(language, Wording.DETAILED, texts.detailed(), faults);
                check(parsed, kind, language, Wording.DETAILED, faults);
            } else if (edited.byLanguage().values().stream().anyMatch(other -> other.detailed() != null)) {
                faults.add(new Fault(language, Wording.DETAILED, "language",
                        "has no detailed text, and another language has one"));
            }
        }
        if (inForce == null && key.endsWith(CONFIRMATION) && kind != Kind.APPOINTMENT) {
            faults.add(new Fault(null, null, "key",
                    "ends in -confirmation, so the mail goes at once: it must be about an appointment"));
        }
        return faults.stream().distinct().toList();
    }

    private static ParsedTemplate parse(String key, Sources sources, List<Fault> faults) {
        return ParsedTemplate.edited(key, sources, (language, wording, place, message) ->
                faults.add(new Fault(language, wording, place, message)));
    }

    private static void source(Language language, Wording wording, String source, List<Fault> faults) {
        PlainRules.source(source, at(language, wording, faults));
    }

    private void check(
            ParsedTemplate parsed, Kind kind, Language language, Wording wording, List<Fault> faults) {
        MailTemplate text = parsed.in(language, wording);
        Place place = at(language, wording, faults);
        if (text.blocks().isEmpty()) {
            return;
        }
        if (wording == Wording.DISCREET) {
            PlainRules.text(text, place);
        } else {
            PlainRules.body(text.blocks(), place);
        }
        KindRules.check(kind, text, place.part("text")::fault);
        discretion.check(language, wording, text, place);
    }

    private static Place at(Language language, Wording wording, List<Fault> faults) {
        return new Place("", (place, message) -> faults.add(new Fault(language, wording, place, message)));
    }

    @Override
    public Kind kindOf(String key, Sources sources) {
        return parse(key, sources, new ArrayList<>()).kind();
    }

    @Override
    public Preview preview(String key, Sources sources, SamplePerson person, Language language, Wording wording) {
        List<Fault> faults = new ArrayList<>();
        ParsedTemplate parsed = parse(key, sources, faults);
        List<Fault> here = new ArrayList<>(faults.stream().filter(fault -> fault.language() == language
                && (fault.wording() == wording || fault.wording() == Wording.DISCREET)).toList());
        if (!parsed.has(language)) {
            here.add(new Fault(language, null, "language", "is missing"));
        }
        if (!here.isEmpty()) {
            return new Preview(null, here);
        }
        MailTemplate text = parsed.in(language, wording);
        ReminderToRender reminder = reminders.about(key, parsed.kind(), person, language, wording);
        Optional<Placeholder> missing = writer.missing(text, reminder, links);
        if (missing.isPresent()) {
            return new Preview(null, List.of(new Fault(language, wording, "person",
                    "has nothing for {{" + missing.get().key() + "}}: such a mail would not be sent")));
        }
        try {
            Letter letter = writer.write(text, reminder, links.stop(reminder).page(), links);
            return new Preview(
                    new SampleLetter(letter.subject(), letter.preheader(), letter.text(), letter.html()), List.of());
        } catch (TemplateFault fault) {
            discretion.check(language, wording, text, at(language, wording, here));
            return new Preview(null, here.isEmpty()
                    ? List.of(new Fault(language, wording, "text", "would not be sent: " + fault.code())) : here);
        }
    }

    @Override
    public List<Named> placeholders() {
        return Arrays.stream(Placeholder.values()).map(each -> new Named(each.key(), each.isOptional())).toList();
    }
}
