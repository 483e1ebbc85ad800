package org.handrail.standalone.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.handrail.standalone.command.Command;
import org.handrail.standalone.command.Terminal;
import org.handrail.standalone.demo.proof.Evidence;
import org.handrail.standalone.demo.proof.Promises;
import org.handrail.standalone.demo.screen.Chronicle;
import org.handrail.standalone.demo.screen.Paint;
import org.handrail.standalone.demo.screen.Screen;
import org.handrail.standalone.demo.screen.Summary;
import org.handrail.standalone.demo.stage.Stage;
import org.handrail.standalone.demo.story.Cast;
import org.handrail.standalone.demo.story.Story;
import org.handrail.standalone.demo.story.StoryTime;

/** Two weeks in about a minute, and the check of every promise. */
public final class Demo implements Command {

    private static final ZoneId OFFICE = ZoneId.of("America/New_York");
    private static final String OPENS = "08:00";
    private static final int LAST_DAY = 14;
    /** As shells tell of Ctrl-C. */
    private static final int STOPPED = 130;

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public String summary() {
        return "two weeks of follow-up in about a minute; --start DATE, --keep";
    }

    /** @return 0 only if every promise was kept */
    @Override
    public int run(List<String> arguments) throws Exception {
        boolean colours = Paint.wanted(System.getenv(), Boolean.getBoolean("handrail.terminal"));
        return run(DemoOptions.of(arguments, System.getenv()), Terminal.settings(), System.out, colours);
    }

    /** @param environment HANDRAIL_ variables */
    public static int run(DemoOptions options, Map<String, String> environment, PrintStream out, boolean colours)
            throws InterruptedException {
        Screen screen = new Screen(out, colours);
        StoryTime time = new StoryTime(options.start(), OFFICE);
        screen.line("Starting broker, database, mailbox and the three services on data that is thrown away");
        long began = System.nanoTime();
        AtomicBoolean stopped = new AtomicBoolean();
        try (Stage stage = Stage.open(time.on(0, OPENS), environment)) {
            // Ctrl-C leaves no database process and no data behind
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                stopped.set(true);
                stage.close();
            }, "demo-end"));
            screen.line(Paint.FAINT, "Ready after " + since(began) + ". Two weeks from " + options.start() + ", " + OFFICE
                    + ".");
            boolean kept = perform(stage, time, screen);
            screen.line(Paint.FAINT, "Took " + since(began) + ".");
            if (options.keep()) {
                stay(stage, screen);
            }
            return kept ? 0 : 1;
        } catch (RuntimeException e) {
            if (stopped.get()) {
                return STOPPED;
            }
            throw e;
        }
    }

    private static String since(long began) {
        return Terminal.seconds(Duration.ofNanos(System.nanoTime() - began));
    }

    private static boolean perform(Stage stage, StoryTime time, Screen screen) {
        Cast cast = new Cast();
        Instant end = time.on(LAST_DAY, "12:00");
        stage.play(Story.beats(time, cast, stage.doors()), cast, end,
                new Chronicle(screen, cast, time.firstDay(), OFFICE));
        Evidence evidence = new Evidence(stage.diary(), cast, time, end, stage.doors(), stage.deadLetters());
        Summary summary = new Summary(screen);
        summary.table(evidence);
        return summary.promises(Promises.all(), evidence);
    }

    private static void stay(Stage stage, Screen screen) throws InterruptedException {
        screen.line();
        stage.addresses().forEach(screen::line);
        screen.line("The clock stands still at " + stage.now() + ". Ctrl-C ends it.");
        new CountDownLatch(1).await();
    }
}
