package org.handrail.notifier.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.IDN;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.handrail.notifier.template.mustache.Renderings;

/** Every word of the list is found in whatever disguise, wherever it stands; ordinary words are left alone. */
class LintProperties {

    private static final Discretion DISCRETION = Renderings.discretion();
    private static final List<String> ENTRIES = Renderings.revealingWords().stream()
            .map(entry -> entry.replace("*", "")).toList();

    private static final Map<String, UnaryOperator<String>> DISGUISES = Map.ofEntries(
            Map.entry("as it is", word -> word),
            Map.entry("capitals", String::toUpperCase),
            Map.entry("accents", word -> each(word, c -> c + "\u0301")),
            Map.entry("full width", word -> each(word, c -> Character.toString(c.charAt(0) + 0xfee0))),
            Map.entry("circled", word -> each(word, c -> Character.toString(c.charAt(0) - 'a' + 0x24d0))),
            Map.entry("mathematical", word -> each(word, c -> Character.toString(c.charAt(0) - 'a' + 0x1d41a))),
            Map.entry("squared", word -> each(word, c -> Character.toString(c.charAt(0) - 'a' + 0x1f170))),
            Map.entry("zero width", word -> each(word, c -> c + "\u200b")),
            Map.entry("soft hyphens", word -> each(word, c -> c + "\u00ad")),
            Map.entry("direction marks", word -> each(word, c -> "\u202e" + c)),
            Map.entry("Cyrillic", word -> word.replace('a', '\u0430').replace('e', '\u0435').replace('o', '\u043e')
                    .replace('c', '\u0441').replace('p', '\u0440').replace('x', '\u0445')),
            Map.entry("spelled out", word -> word.contains(" ") ? word : String.join("-", word.split(""))),
            Map.entry("dotted", word -> word.contains(" ") ? word : String.join(".", word.split(""))),
            Map.entry("underscores around", word -> "_" + word.replace(' ', '_') + "_"),
            Map.entry("decimal entities", word -> each(word, c -> "&#" + (int) c.charAt(0) + ";")),
            Map.entry("hexadecimal entities", word -> each(word, c -> "&#x" + Integer.toHexString(c.charAt(0)))),
            Map.entry("entities between", word -> each(word, c -> c + "&shy;")),
            Map.entry("tags inside", word -> word.charAt(0) + "<b>" + word.substring(1) + "</b>"),
            Map.entry("a comment inside", word -> word.charAt(0) + "<!-- x -->" + word.substring(1)),
            Map.entry("percent-encoded", word -> each(word, c -> "%" + Integer.toHexString(c.charAt(0)))));

    private static final List<String> PLACES = List.of("%s", "About your %s today", "<p title=\"%s\">Hello</p>",
            "<img alt='%s'>", "<span style=\"display:none\">%s</span>", "\"%s\" <frontdesk@example.org>",
            "https://www.example.org/%s/s", "%s.ics", "SUMMARY:%s", "(%s)", "1%%20%s");

    private static String each(String word, UnaryOperator<String> letter) {
        return word.chars().mapToObj(Character::toString).map(c -> c.equals(" ") ? c : letter.apply(c))
                .collect(Collectors.joining());
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of(ENTRIES);
    }

    @Provide
    Arbitrary<String> disguises() {
        return Arbitraries.of(DISGUISES.keySet());
    }

    @Provide
    Arbitrary<String> places() {
        return Arbitraries.of(PLACES);
    }

    @Property(tries = 20_000)
    void findsEveryPlantedWord(
            @ForAll("words") String word, @ForAll("disguises") String disguise, @ForAll("places") String place) {
        String planted = place.formatted(DISGUISES.get(disguise).apply(word));

        assertThatIllegalStateException().as(planted).isThrownBy(() -> DISCRETION.require("here", planted));
    }

    /** In words of four letters and more; shorter ones are found in any number. */
    @Property(tries = 5_000)
    void readsFiguresAndSignsAsLetters(@ForAll("words") String word, @ForAll("places") String place) {
        String figures = word.replace('o', '0').replace('e', '3').replace('a', '4').replace('s', '5').replace('t', '7');
        Assume.that(word.replace(" ", "").length() > 3);
        Assume.that(List.of(figures.split(" ")).stream().allMatch(part -> part.matches(".*[a-z].*")));
        String planted = place.formatted(figures);

        assertThatIllegalStateException().as(planted).isThrownBy(() -> DISCRETION.require("here", planted));
    }

    @Property(tries = 1_000)
    void readsHostsOfOtherAlphabets(@ForAll("words") String word) {
        Assume.that(word.matches("[a-z]{5,}") && word.matches(".*[aeo].*"));
        String host = IDN.toASCII(word.replace('a', '\u0430').replace('e', '\u0435').replace('o', '\u043e'));

        assertThatIllegalStateException().as(host).isThrownBy(() -> DISCRETION.require("here", "https://" + host + ".example/"));
    }

    @Property(tries = 500)
    void leavesOrdinaryTextAlone(@ForAll("ordinary") String text) {
        DISCRETION.require("here", text);
        assertThat(DISCRETION.reveals(text)).isFalse();
        DISCRETION.require("here", URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<String> ordinary() {
        return Arbitraries.of(List.of("Maria", "José Luis", "Anne-Marie", "O'Brien", "Jean-Pierre", "Ngọc", "Siobhán",
                "Zoë", "李小龍", "Владимир", "Αλέξανδρος", "Thérèse", "Tara-Paula", "Mateo", "Theresa", "Sobhan",
                "Tuesday, March 10, 2026 at 10:30 AM EST", "martes, 10 de marzo de 2026, 10:30 (hora del este)",
                "+1 (212) 555-0134", "100 Main St. Suite 4B", "Front Desk <frontdesk@mail.example.org>",
                "3rd floor, 21st Street", "St. Mary's Center for Health", "North-East Family Services",
                "<p style=\"margin:0 0 16px 0;font-family:Arial,sans-serif\">Hello</p>",
                "<a class=\"action\" style=\"color:#1f5c60\" href=\"https://links.example.org/s/\">Stop</a>",
                "Your appointment is booked. See you soon!", "Su cita es el martes. ¡Hasta pronto!",
                "b1946ac92492d2347c6235b4d2611184", "550e8400-e29b-41d4-a716-446655440000", "v1.2.3-rc4", "A&amp;B",
                "50% of people come 5 minutes early", "Room 3A | Entrance B", "Call us: 212-555-0100!"));
    }
}
