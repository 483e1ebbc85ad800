package org.handrail.standalone.faults;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.handrail.local.LocalDirectory;
import org.handrail.local.mailbox.SmtpSink;
import org.handrail.standalone.command.Arguments;
import org.handrail.standalone.command.Command;
import org.handrail.standalone.faults.Installation.Part;
import org.handrail.standalone.faults.jdbc.Aftermath;

/**
 * Kills one process after the other at a random moment while events are in flight, starts it again, and checks that
 * every accepted event came to exactly one outcome.
 */
public final class FaultsCommand implements Command {

    private static final int CONNECTIONS = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(500);
    /** Quiet must last, because a fact may just be between two services. */
    private static final int QUIET_LOOKS = 8;

    @Override
    public String name() {
        return "faults";
    }

    @Override
    public String summary() {
        return "kill -9 each process in turn while events are in flight: [--events 2000] [--seed N]"
                + " [--kill intake,followup,notifier,infra]";
    }

    @Override
    public int run(List<String> words) throws Exception {
        Map<String, String> options = new HashMap<>(Arguments.of(words).options());
        int events = Integer.parseInt(options.getOrDefault("events", "2000"));
        long seed = Long.parseLong(options.getOrDefault("seed", Long.toString(System.nanoTime() % 1_000_000)));
        List<Part> parts = Arrays.stream(options.getOrDefault("kill", "intake,followup,notifier,infra").split(","))
                .map(name -> Part.valueOf(name.strip().toUpperCase(Locale.ROOT))).toList();
        System.out.printf("%d events a round; the same again with --seed %d%n", events, seed);
        Random random = new Random(seed);
        Map<String, Integer> mails = new ConcurrentHashMap<>();
        boolean holds = true;
        try (LocalDirectory directory = LocalDirectory.temporary("faults");
                SmtpSink sink = SmtpSink.start(0, (recipient, at) -> mails.merge(recipient, 1, Integer::sum));
                Installation installation = new Installation(directory.path(),
                        sink.smtpUrl() + "?connections=" + CONNECTIONS)) {
            for (int i = 0; i < parts.size(); i++) {
                String round = "round" + i + "-";
                Verdict verdict = round(round, events / 2, parts.get(i), installation, mails, random);
                verdict.checks().forEach(check -> System.out.printf("  %-6s %-55s %s%n",
                        check.holds() ? "ok" : "FAILED", check.promise(), check.evidence()));
                holds &= verdict.holds();
            }
        }
        System.out.println(holds ? "Every promise held." : "A promise was broken.");
        return holds ? 0 : 1;
    }

    private static Verdict round(String round, int people, Part part, Installation installation,
            Map<String, Integer> mails, Random random) throws Exception {
        People came = new People(round, people, installation.door(), Clock.systemUTC());
        int moment = (int) (2 * people * (0.1 + 0.8 * random.nextDouble()));
        CompletableFuture<Void> coming = CompletableFuture.runAsync(() -> {
            try {
                came.come();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        while (came.accepted() < moment && !coming.isDone()) {
            LockSupport.parkNanos(1_000_000);
        }
        installation.kill(part);
        System.out.printf("%s was killed after %d events were accepted%n", part.words(), came.accepted());
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(2_000)).toNanos());
        installation.startAgain(part);
        coming.get();
        Aftermath aftermath = new Aftermath(installation.database());
        awaitQuiet(aftermath);
        Map<String, Integer> byReference = new HashMap<>();
        mails.forEach((address, count) -> {
            if (address.startsWith(round)) {
                byReference.put(address.substring(0, address.indexOf('@')), count);
            }
        });
        return Verdict.of(round, people, came, aftermath, byReference, CONNECTIONS);
    }

    private static void awaitQuiet(Aftermath aftermath) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        int quiet = 0;
        while (quiet < QUIET_LOOKS && System.nanoTime() < until) {
            LockSupport.parkNanos(PAUSE.toNanos());
            quiet = aftermath.unfinished() == 0 ? quiet + 1 : 0;
        }
        if (quiet < QUIET_LOOKS) {
            System.out.printf("  still %d unfinished after %s%n", aftermath.unfinished(), PATIENCE);
        }
    }
}
