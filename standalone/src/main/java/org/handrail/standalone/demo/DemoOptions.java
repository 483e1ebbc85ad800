package org.handrail.standalone.demo;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.handrail.standalone.stack.SetupException;

/**
 * How the demo was asked for.
 *
 * @param start the first day of the story
 * @param keep  stay up after the story, so that somebody can look around
 */
public record DemoOptions(LocalDate start, boolean keep) {

    /** A Monday, two weeks away from any change of the clocks in the United States. */
    private static final LocalDate USUAL = LocalDate.of(2026, 9, 14);
    private static final LocalDate EARLIEST = LocalDate.of(2020, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2059, 12, 31);
    private static final String VARIABLE = "HANDRAIL_DEMO_START";

    /** @throws SetupException when the arguments can't be understood */
    public static DemoOptions of(List<String> arguments, Map<String, String> environment) {
        String set = environment.getOrDefault(VARIABLE, "").strip();
        LocalDate start = set.isEmpty() ? USUAL : date(VARIABLE, set);
        boolean keep = false;
        for (Iterator<String> words = arguments.iterator(); words.hasNext();) {
            String word = words.next();
            if (word.equals("--keep")) {
                keep = true;
            } else if (word.startsWith("--start=")) {
                start = date("--start", word.substring("--start=".length()));
            } else if (word.equals("--start") && words.hasNext()) {
                start = date("--start", words.next());
            } else {
                throw new SetupException("./handrail demo takes --start DATE and --keep");
            }
        }
        return new DemoOptions(start, keep);
    }

    private static LocalDate date(String place, String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (!date.isBefore(EARLIEST) && !date.isAfter(LATEST)) {
                return date;
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw new SetupException(place + " must be a day from " + EARLIEST + " to " + LATEST + ", such as 2027-03-08");
    }
}
