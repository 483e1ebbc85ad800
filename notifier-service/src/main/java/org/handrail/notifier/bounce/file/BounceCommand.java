package org.handrail.notifier.bounce.file;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.handrail.notifier.bounce.Verdict;

/** Tells what mail that came back says, without a delivery to match it with, and changes nothing. */
public final class BounceCommand {

    private static final int BETWEEN_SIGNS_OF_LIFE = 1_000;

    private final PrintStream out;
    private final PrintStream progress;
    private int read;

    /** @param progress for signs of life and the totals, so that the other can be piped */
    public BounceCommand(PrintStream out, PrintStream progress) {
        this.out = out;
        this.progress = progress;
    }

    /**
     * @param form table, csv or json
     * @return false when a message could not be read
     */
    public boolean classify(List<Path> named, String form, boolean addresses) throws IOException {
        Report report = Report.in(form, out, addresses);
        for (Path each : named) {
            for (Path file : Mailboxes.files(each)) {
                String name = each.equals(file) ? file.getFileName().toString() : each.relativize(file).toString();
                try {
                    Mailboxes.read(file, name, found -> judge(found, report));
                } catch (IOException e) {
                    report.fault(name, "unreadable");
                }
            }
        }
        out.flush();
        progress.println(report.summary());
        return report.isFaultless();
    }

    private void judge(Mailboxes.Found found, Report report) {
        try {
            report.add(found.name(), Verdict.of(found.message()));
        } catch (RuntimeException | StackOverflowError e) {
            report.fault(found.name(), e.getClass().getSimpleName());
        }
        if (++read % BETWEEN_SIGNS_OF_LIFE == 0) {
            progress.println(read + " messages read");
        }
    }
}
