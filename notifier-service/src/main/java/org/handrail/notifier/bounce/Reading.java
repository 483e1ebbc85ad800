package org.handrail.notifier.bounce;

import java.util.List;
import java.util.Set;

/**
 * What a message says, before anybody asked whether to believe it.
 *
 * @param code       {@code 5.1.1}, {@code 550}, {@code abuse}, {@code text}: a code, never text of the message
 * @param recipients whose mail failed or who complains, in lower case; empty if not named
 * @param marks      what may be tokens of ours, in the order in which they count
 * @param from       who it says wrote it, in lower case; empty if nobody
 * @param text       of a reply its own words, without what it quotes; else empty
 */
public record Reading(
        Kind kind, String code, Set<String> recipients, List<String> marks, String from, String text) {

    public Reading {
        recipients = Set.copyOf(recipients);
        marks = List.copyOf(marks);
    }

    static Reading of(Kind kind, String code) {
        return new Reading(kind, code, Set.of(), List.of(), "", "");
    }

    Reading naming(Set<String> failed) {
        return new Reading(kind, code, failed, marks, from, text);
    }

    Reading saying(String words) {
        return new Reading(kind, code, recipients, marks, from, words);
    }

    Reading marked(List<String> tokens, String sender) {
        return new Reading(kind, code, recipients, tokens, sender, text);
    }
}
