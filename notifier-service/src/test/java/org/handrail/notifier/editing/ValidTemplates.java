package org.handrail.notifier.editing;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.handrail.contract.Language;
import org.handrail.notifier.editing.Sources.Texts;

/** Templates about an appointment, such as an editor may publish, in any script and shape. */
public final class ValidTemplates {

    public static final String KEY = "appointment-reminder";

    private static final String MUST = "* When: {{date}}\n* At: {{time}}\n\n[Answer]({{answerUrl}})";

    private ValidTemplates() {
    }

    public static Arbitrary<Sources> any() {
        return Combinators.combine(texts(), texts(), body().injectNull(0.5), body()).as((english, spanish, detailed, other) ->
                new Sources(Map.of(Language.EN, new Texts(english, detailed),
                        Language.ES, new Texts(spanish, detailed == null ? null : other))));
    }

    private static Arbitrary<String> texts() {
        return Combinators.combine(line(6), line(9), body()).as((subject, preheader, body) ->
                "subject: " + subject + "\npreheader: " + preheader + "\n\n" + body);
    }

    private static Arbitrary<String> body() {
        return block().list().ofMinSize(0).ofMaxSize(6).map(blocks -> {
            String rest = String.join("\n\n", blocks);
            return rest.isEmpty() ? MUST : rest + "\n\n" + MUST;
        });
    }

    private static Arbitrary<String> block() {
        return Arbitraries.oneOf(line(30), line(5).list().ofMinSize(2).ofMaxSize(4).map(lines -> String.join("\n", lines)),
                Combinators.combine(words(2), line(4)).as((label, value) -> "* " + label + ": " + value),
                words(3).map(label -> "[" + label + "]({{answerUrl}})"),
                words(3).map(label -> "([" + label + "]({{stopUrl}}))"),
                line(5).map(words -> "{{#givenName}}" + words + " {{givenName}}{{/givenName}}{{^givenName}}" + words
                        + "{{/givenName}}"));
    }

    private static Arbitrary<String> line(int words) {
        return Arbitraries.frequencyOf(
                Tuple.of(6, word()), Tuple.of(1, Arbitraries.of(
                        "{{date}}", "{{time}}", "{{siteName}}", "{{sitePhone}}")))
                .list().ofMinSize(1).ofMaxSize(words).map(parts -> String.join(" ", parts));
    }

    private static Arbitrary<String> words(int most) {
        return word().list().ofMinSize(1).ofMaxSize(most).map(parts -> String.join(" ", parts));
    }

    private static Arbitrary<String> word() {
        return Arbitraries.of("Call", "us,", "ma\u00f1ana", "\u00bfs\u00ed?", "caf\u00e9", "\u05e9\u05dc\u05d5\u05dd", "\u0645\u0648\u0639\u062f", "\u660e\u5929", "\uc548\ub155",
                "\ud83d\ude00", "\u2192", "&", "\"quoted\"", "it's", "1 < 2", "a > b", "=?utf-8?q?x?=", "--", ".", "From", "100%",
                "\\", "$1", "=3D", "\u201ccurly\u201d", "\u2026", "\u00a0x", "{one}", "#5", "(soon)", "e\u0301", "\u0e44\u0e17\u0e22");
    }
}
