package org.handrail.notifier.template.mustache;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message's one source, from which its text and its HTML are both made: {@code subject:} and {@code preheader:}
 * lines, then blocks with a blank line between them.
 *
 * @param required what must have a value
 */
record MailTemplate(Phrase subject, Phrase preheader, List<Block> blocks, Set<Placeholder> required) {

    private static final Pattern FACT = Pattern.compile("\\* ([^:]+): (.+)");
    private static final Pattern ACTION = Pattern.compile("\\[([^\\]]+)]\\(([^)]+)\\)");
    private static final Pattern ASIDE = Pattern.compile("\\(\\[([^\\]]+)]\\(([^)]+)\\)\\)");

    /** @param file for messages */
    static MailTemplate parse(String file, String source) {
        return parse(Place.strict(file), source);
    }

    /** Tells the place of all that is wrong, and goes on with the rest. */
    static MailTemplate parse(Place place, String source) {
        String[] parts = source.replace("\r\n", "\n").strip().split("\n\\s*\n", 2);
        String[] head = parts[0].split("\n");
        if (parts.length < 2 || head.length != 2
                || !head[0].startsWith("subject: ") || !head[1].startsWith("preheader: ")) {
            place.part("beginning").fault("must be a subject: and a preheader: line, then a blank one and the text");
            return new MailTemplate(new Phrase(place, ""), new Phrase(place, ""), List.of(), Set.of());
        }
        Phrase subject = new Phrase(place.part("subject"), head[0].substring("subject: ".length()).strip());
        Phrase preheader = new Phrase(place.part("preheader"), head[1].substring("preheader: ".length()).strip());
        return new MailTemplate(subject, preheader, List.of(), Set.of()).with(blocks(place, parts[1]));
    }

    /** The same subject and preheader over another body. */
    MailTemplate with(List<Block> body) {
        Set<Placeholder> all = required(body);
        all.addAll(subject.required());
        all.addAll(preheader.required());
        return new MailTemplate(subject, preheader, body, all);
    }

    static List<Block> blocks(Place place, String source) {
        List<Block> blocks = new ArrayList<>();
        for (String block : source.replace("\r\n", "\n").strip().split("\n\\s*\n")) {
            blocks.add(block(place.part("block " + (blocks.size() + 1)), block.strip()));
        }
        return List.copyOf(blocks);
    }

    static Set<Placeholder> required(List<Block> blocks) {
        Set<Placeholder> required = EnumSet.noneOf(Placeholder.class);
        for (Block block : blocks) {
            block.phrases().forEach(phrase -> required.addAll(phrase.required()));
        }
        return required;
    }

    private static Block block(Place place, String source) {
        Matcher action = ACTION.matcher(source);
        if (action.matches()) {
            return new Block.Action(new Phrase(place, action.group(1)), new Phrase(place, action.group(2)));
        }
        Matcher aside = ASIDE.matcher(source);
        if (aside.matches()) {
            return new Block.Aside(new Phrase(place, aside.group(1)), new Phrase(place, aside.group(2)));
        }
        if (source.startsWith("* ")) {
            return facts(place, source);
        }
        return new Block.Paragraph(new Phrase(place, source.replaceAll("\\s*\n\\s*", " ")));
    }

    private static Block facts(Place place, String source) {
        List<Block.Facts.Fact> facts = new ArrayList<>();
        for (String line : source.split("\n")) {
            Matcher fact = FACT.matcher(line.strip());
            if (!fact.matches()) {
                place.fault("has a line among facts that does not read \"* Label: value\"");
                continue;
            }
            facts.add(new Block.Facts.Fact(new Phrase(place, fact.group(1)), new Phrase(place, fact.group(2))));
        }
        return new Block.Facts(List.copyOf(facts));
    }
}
