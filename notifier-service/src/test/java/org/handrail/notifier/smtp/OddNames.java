package org.handrail.notifier.smtp;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Names as people have them, and as people type them who mean no good. */
public final class OddNames {

    private static final List<String> SEEDS = List.of(
            "Alex", "José", "Zoë", "Nuño", "Ngô Thị", "O'Brien", "D’Angelo", "Jean-Luc", "Ægir", "Ōe", "Þóra", "İpek",
            "Łukasz", "Žofia", "Σωκράτης", "Иван", "Анна-Мария", "שרה", "محمد", "李小龍", "たろう", "김민준", "ไทย", "दीपा",
            "Mary Jane", "J. R.", "X Æ A-12", "e\u0301milie", "Z\u0335a\u0336l\u0337g\u0338o", "\uD835\uDD38lex",
            "\uD83D\uDE00", "\uD83D", "Null", "", " ", "\t", "a", "Bobby\r\nBcc: x@example.com", "\u0000", "\u202Exela",
            "Al\u200Bex", "Al\u00ADex", "\uFEFFAlex", "{{siteName}}", "{{#givenName}}", "${7*7}", "<b>Alex</b>",
            "<script>alert(1)</script>", "\"><img src=x>", "&amp;", "Alex =?utf-8?B?eA==?=", "http://evil.example",
            "www.evil.example", "evil.example", "call 555 0100 now", "\u2028", "x".repeat(300), "é".repeat(200),
            "Rehab", "REHAB", "Detox", "Mat", ".", "..", "--", "=", "=20", "Dr. Alex, MD", "Alex\nContent-Type: x");

    private OddNames() {
    }

    /** The seeds, and pairs of pieces of them; always the same. */
    public static List<String> thousand() {
        List<String> names = new ArrayList<>(SEEDS);
        Random random = new Random(20_260_504);
        while (names.size() < 1_000) {
            String first = SEEDS.get(random.nextInt(SEEDS.size()));
            String second = SEEDS.get(random.nextInt(SEEDS.size()));
            names.add(first.substring(0, random.nextInt(first.length() + 1))
                    + (char) random.nextInt(random.nextBoolean() ? 0x80 : 0x3000) + second);
        }
        return names;
    }
}
