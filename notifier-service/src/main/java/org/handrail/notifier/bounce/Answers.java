package org.handrail.notifier.bounce;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a server said, found in prose: lines with a code, each with up to two more that may go on with it. */
final class Answers {

    private static final Pattern CODE = Pattern.compile(
            "(?<![\\w.,:/-])[45][0-5]\\d[ -]|(?<![\\d.])[45]\\.[0-7]\\.\\d{1,3}(?![\\d.])");
    /** The next recipient. */
    private static final Pattern RECIPIENT = Pattern.compile("[^\\s@]{1,80}@[^\\s@:]{1,255}:");
    private static final int MOST = 8;
    private static final int LONGEST_LINE = 2_000;

    private Answers() {
    }

    static String in(String prose) {
        List<String> lines = prose.lines().map(line -> line.substring(0, Math.min(line.length(), LONGEST_LINE))).toList();
        List<String> said = new ArrayList<>();
        int answers = 0;
        for (int i = 0; i < lines.size() && answers < MOST; i++) {
            if (CODE.matcher(lines.get(i)).find()) {
                answers++;
                said.add(lines.get(i));
                for (int more = 0; more < 2 && i + 1 < lines.size() && goesOn(lines.get(i + 1)); more++) {
                    said.add(lines.get(++i));
                }
            }
        }
        return String.join("\n", said);
    }

    private static boolean goesOn(String line) {
        return !line.isBlank() && !RECIPIENT.matcher(line).find();
    }
}
