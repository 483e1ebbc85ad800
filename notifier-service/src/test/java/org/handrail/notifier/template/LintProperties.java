package org.handrail.notifier.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.IDN;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.handrail.notifier.template.mustache.Renderings;

/** Every word of the list is found in whatever disguise, wherever it stands; ordinary words are left alone. */
class LintProperties {

    private static final Discretion DISCRETION = Renderings.discretion();
    private static final List<String> ENTRIES = Renderings.revealingWords().stream()
            .map(entry -> entry.replace("*", "")).toList();

    private static final List<String> PLACES = List.of("%s", "About your %s today", "<p title=\"%s\">Hello</p>",
            "<img alt='%s'>", "<span style=\"display:none\">%s</span>", "\"%s\" <frontdesk@example.org>",
            "https://www.example.org/%s/s", "%s.ics", "SUMMARY:%s", "(%s)", "1%%20%s", "<a href=\"https://%s.example.org/\">x</a>",
            "<%s@mail.example.org>", "s1 %s.example.org", "Hello,\n%s\nSee you soon", "{\"name\": \"%s\"}",
            "ORGANIZER;CN=\"%s\":mailto:frontdesk@example.org");

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of(ENTRIES);
    }

    @Provide
    Arbitrary<Planted> ways() {
        return Arbitraries.of(Planted.ALL);
    }

    @Provide
    Arbitrary<String> places() {
        return Arbitraries.of(PLACES);
    }

    @Property(tries = 12_000)
    void findsEveryPlantedWord(
            @ForAll("words") String word, @ForAll("ways") Planted way, @ForAll("places") String place) {
        Assume.that(way.suits().test(word));
        String planted = place.formatted(way.hide().apply(word));

        assertThatIllegalStateException().as(planted).isThrownBy(() -> DISCRETION.require("here", planted));
        assertThat(DISCRETION.reveals("Hello,\r\n" + planted + "\r\nbye")).as(planted).isTrue();
    }

    @Property(tries = 12_000)
    void findsItInTwoDisguisesOnTopOfEachOther(@ForAll("words") String word, @ForAll("ways") Planted first,
            @ForAll("ways") Planted second, @ForAll("places") String place) {
        Assume.that(first.suits().test(word) && second.suits().test(word) && second.goesOnTopOf(first));
        String planted = place.formatted(second.hide().apply(first.hide().apply(word)));

        assertThatIllegalStateException().as(planted).isThrownBy(() -> DISCRETION.require("here", planted));
    }

    @Property(tries = 1_000)
    void readsHostsOfOtherAlphabets(@ForAll("words") String word) {
        Assume.that(word.matches("[a-z]{5,}") && word.matches(".*[aeo].*"));
        String host = IDN.toASCII(word.replace('a', '\u0430').replace('e', '\u0435').replace('o', '\u043e'));

        assertThatIllegalStateException().as(host).isThrownBy(() -> DISCRETION.require("here", "https://" + host + ".example/"));
    }

    @Example
    void leavesOrdinaryTextAlone() {
        List<String> wrong = new ArrayList<>();
        for (String text : OrdinaryTexts.all()) {
            DISCRETION.find(text).ifPresent(entry -> wrong.add(text + " <- " + entry));
            if (DISCRETION.reveals(text)) {
                wrong.add(text + " in a message");
            }
        }
        for (String text : OrdinaryTexts.TEXTS) {
            DISCRETION.find(URLEncoder.encode(text, StandardCharsets.UTF_8))
                    .ifPresent(entry -> wrong.add(text + " in an address <- " + entry));
        }
        assertThat(wrong).isEmpty();
    }
}
