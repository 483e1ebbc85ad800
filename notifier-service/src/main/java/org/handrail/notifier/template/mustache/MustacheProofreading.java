package org.handrail.notifier.template.mustache;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.handrail.contract.Language;
import org.handrail.notifier.editing.Fault;
import org.handrail.notifier.editing.Kind;
import org.handrail.notifier.editing.Proofreading;
import org.handrail.notifier.editing.SamplePerson;
import org.handrail.notifier.editing.Sources;
import org.handrail.notifier.link.ReturnPaths;
import org.handrail.notifier.template.Discretion;
import org.handrail.notifier.template.ReminderToRender;
import org.handrail.notifier.template.RenderedMail;
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
    private final ReturnPaths returnPaths;

    MustacheProofreading(LetterWriter writer, Discretion discretion, SampleReminders reminders, Links links,
            ReturnPaths returnPaths) {
        this.writer = writer;
        this.discretion = new DiscretionRules(discretion, writer);
        this.reminders = reminders;
        this.links = links;
        this.returnPaths = returnPaths;
    }

    @Override
    public List<Fault> faults(String key, Sources edited, @Nullable Sources inForce) {
        List<Fault> faults = new ArrayList<>(oversized(edited));
        if (!faults.isEmpty()) {
            return faults;
        }
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

    /** Texts that it would take too long to look at any closer. */
    private static List<Fault> oversized(Sources sources) {
        List<Fault> faults = new ArrayList<>();
        sources.byLanguage().forEach((language, texts) -> {
            PlainRules.size(texts.discreet(), at(language, Wording.DISCREET, faults));
            if (texts.detailed() != null) {
                PlainRules.size(texts.detailed(), at(language, Wording.DETAILED, faults));
            }
        });
        return faults;
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
        Written written = write(key, sources, person, language, wording, UnaryOperator.identity());
        return new Preview(written.letter() == null ? null : new SampleLetter(written.letter().subject(),
                written.letter().preheader(), written.letter().text(), written.letter().html()), written.faults());
    }

    @Override
    public TestLetter testLetter(String key, Sources sources, SamplePerson person, Language language, Wording wording,
            String to) {
        Written written = write(key, sources, person, language, wording, text -> TestNotice.above(text, language));
        if (written.letter() == null || written.reminder() == null) {
            return new TestLetter(null, written.faults());
        }
        ReminderToRender about = written.reminder();
        return new TestLetter(new RenderedMail(about.deliveryId(), to,
                returnPaths.tokenFor(about.deliveryId(), about.now()), language.tag(), written.letter().subject(),
                written.letter().text(), written.letter().html(), links.stop(about).oneClick(), about.now()), List.of());
    }

    /** @param letter null: the faults say why there is none */
    private record Written(@Nullable Letter letter, @Nullable ReminderToRender reminder, List<Fault> faults) {

        static Written not(List<Fault> faults) {
            return new Written(null, null, faults);
        }
    }

    private Written write(String key, Sources sources, SamplePerson person, Language language, Wording wording,
            UnaryOperator<MailTemplate> change) {
        List<Fault> faults = new ArrayList<>(oversized(sources));
        if (!faults.isEmpty()) {
            return Written.not(faults);
        }
        ParsedTemplate parsed = parse(key, sources, faults);
        List<Fault> here = new ArrayList<>(faults.stream().filter(fault -> fault.language() == language
                && (fault.wording() == wording || fault.wording() == Wording.DISCREET)).toList());
        if (!parsed.has(language)) {
            here.add(new Fault(language, null, "language", "is missing"));
        }
        if (!here.isEmpty()) {
            return Written.not(here);
        }
        MailTemplate text = change.apply(parsed.in(language, wording));
        ReminderToRender reminder = reminders.about(key, parsed.kind(), person, language, wording);
        Optional<Placeholder> missing = writer.missing(text, reminder, links);
        if (missing.isPresent()) {
            return Written.not(List.of(new Fault(language, wording, "person",
                    "has nothing for {{" + missing.get().key() + "}}: such a mail would not be sent")));
        }
        try {
            Letter letter = writer.write(text, reminder, links.stop(reminder).page(), links);
            return new Written(letter, reminder, List.of());
        } catch (TemplateFault fault) {
            discretion.check(language, wording, text, at(language, wording, here));
            return Written.not(here.isEmpty()
                    ? List.of(new Fault(language, wording, "text", "would not be sent: " + fault.code())) : here);
        }
    }

    @Override
    public List<Named> placeholders() {
        return Arrays.stream(Placeholder.values()).map(each -> new Named(each.key(), each.isOptional())).toList();
    }
}
