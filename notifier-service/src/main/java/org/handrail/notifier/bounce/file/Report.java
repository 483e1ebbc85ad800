package org.handrail.notifier.bounce.file;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.handrail.notifier.bounce.Verdict;

/** Prints what the messages say, a line each. Addresses only when asked for. */
abstract class Report {

    protected final PrintStream out;
    private final boolean addresses;
    private final Map<Verdict.Meaning, Integer> totals = new EnumMap<>(Verdict.Meaning.class);
    private int faults;

    private Report(PrintStream out, boolean addresses) {
        this.out = out;
        this.addresses = addresses;
    }

    /** @param form table, csv or json (one object a line) */
    static Report in(String form, PrintStream out, boolean addresses) {
        return switch (form) {
            case "table" -> new Table(out, addresses);
            case "csv" -> new Csv(out, addresses);
            case "json" -> new Json(out, addresses);
            default -> throw new IllegalArgumentException("--format is table, csv or json");
        };
    }

    final void add(String name, Verdict verdict) {
        totals.merge(verdict.meaning(), 1, Integer::sum);
        line(name, verdict.meaning().word(), verdict.code(), verdict.recipient().name().toLowerCase(Locale.ROOT),
                addresses ? String.join(" ", new TreeSet<>(verdict.recipients())) : "");
    }

    /** It could not be read at all. */
    final void fault(String name, String what) {
        faults++;
        line(name, "fault", what, "none", "");
    }

    final String summary() {
        StringBuilder summary = new StringBuilder();
        totals.forEach((meaning, count) -> summary.append(summary.isEmpty() ? "" : ", ")
                .append(meaning.word()).append(' ').append(count));
        int all = totals.values().stream().mapToInt(Integer::intValue).sum() + faults;
        return all + (all == 1 ? " message: " : " messages: ") + summary
                + (faults == 0 ? "" : (summary.isEmpty() ? "" : ", ") + "fault " + faults);
    }

    final boolean isFaultless() {
        return faults == 0;
    }

    abstract void line(String name, String kind, String code, String recipient, String named);

    /** Control characters of names must not reach a terminal. */
    static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    private static final class Table extends Report {

        private Table(PrintStream out, boolean addresses) {
            super(out, addresses);
            out.printf("%-15s %-12s %-10s %s%n", "kind", "code", "recipient", "file");
        }

        @Override
        void line(String name, String kind, String code, String recipient, String named) {
            out.printf("%-15s %-12s %-10s %s%s%n", kind, code, recipient, printable(name),
                    named.isEmpty() ? "" : "  " + printable(named));
        }
    }

    private static final class Csv extends Report {

        private Csv(PrintStream out, boolean addresses) {
            super(out, addresses);
            out.println("file,kind,code,recipient" + (addresses ? ",addresses" : ""));
        }

        @Override
        void line(String name, String kind, String code, String recipient, String named) {
            out.println(quoted(name) + "," + kind + "," + code + "," + recipient
                    + (named.isEmpty() ? "" : "," + quoted(named)));
        }

        /** A spreadsheet would take what begins so for a formula. */
        private static String quoted(String text) {
            String safe = text.matches("[=+@-].*") ? "'" + text : text;
            return '"' + printable(safe).replace("\"", "\"\"") + '"';
        }
    }

    private static final class Json extends Report {

        private Json(PrintStream out, boolean addresses) {
            super(out, addresses);
        }

        @Override
        void line(String name, String kind, String code, String recipient, String named) {
            out.println("{\"file\":" + quoted(name) + ",\"kind\":" + quoted(kind) + ",\"code\":" + quoted(code)
                    + ",\"recipient\":" + quoted(recipient)
                    + (named.isEmpty() ? "" : ",\"addresses\":" + quoted(named)) + "}");
        }

        private static String quoted(String text) {
            return '"' + printable(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        }
    }
}
