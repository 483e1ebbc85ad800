package org.handrail.notifier.link.web;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.handrail.contract.Language;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the day that stands on the page. Whoever reads answers without thinking; a program that ticks whatever comes
 * first or last is wrong every time, for the right day is never at an end of the list.
 */
final class DayQuestion {

    private static final Locale SPANISH = Locale.forLanguageTag("es-US");

    private final DayOfWeek right;
    private final DayOfWeek first;

    /** @param seed the same for the same page, so that the list does not jump when it is asked again */
    DayQuestion(Instant startsAt, ZoneId zone, String seed) {
        this.right = startsAt.atZone(zone).getDayOfWeek();
        this.first = right.minus(1 + Math.floorMod(seed.hashCode(), 5));
    }

    /** @param value what the form sends */
    record Day(String value, String name) {
    }

    List<Day> days(Language language) {
        return IntStream.range(0, 7).mapToObj(first::plus)
                .map(day -> new Day(Integer.toString(day.getValue()), name(day, language))).toList();
    }

    boolean isRight(@Nullable String answer) {
        return Integer.toString(right.getValue()).equals(answer);
    }

    private static String name(DayOfWeek day, Language language) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, language == Language.ES ? SPANISH : Locale.US);
    }
}
