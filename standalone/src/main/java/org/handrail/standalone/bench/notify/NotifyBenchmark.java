package org.handrail.standalone.bench.notify;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.handrail.standalone.bench.notify.Contest.BROKER;
import static org.handrail.standalone.bench.notify.Contest.NOTIFIER;
import static org.handrail.standalone.bench.notify.Contest.PLAIN;
import static org.handrail.standalone.bench.notify.Contest.POSTGRES;
import static org.handrail.standalone.bench.notify.Contest.SINK;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.handrail.standalone.bench.Benchmark;
import org.handrail.standalone.bench.Measurement;
import org.handrail.standalone.bench.Progress;
import org.handrail.standalone.stack.SetupException;
import org.jspecify.annotations.Nullable;

/**
 * Reminders a second that notifier-service, a process of its own, brings from its ledger to the mail server and back
 * into the ledger as sent, when all of them are due at once: last look, claim, rendering, signature, dialogue, and the
 * facts told to Kafka. Against a plain Angus Mail loop, a process as well, that sends the same mail over as many
 * connections to the same sink and keeps no record; in turns, signed and unsigned.
 */
public final class NotifyBenchmark implements Benchmark {

    private static final int WARM_UPS = 3;
    private static final int WARM_UP = 10_000;
    private static final int LIMIT = 100_000;

    @Override
    public String name() {
        return "notify";
    }

    @Override
    public String summary() {
        return "reminders a second, draining --reminders (50000) that are due over --connections (32), against a plain"
                + " Angus Mail loop; --signing both, on or off (both), --rounds (3)";
    }

    @Override
    public Measurement run(Map<String, String> options) throws Exception {
        Options chosen = Options.of(options);
        Measurement.Builder measurement = Measurement.of(name())
                .figure("reminders a round", chosen.reminders(), "")
                .figure("rounds", chosen.rounds(), "")
                .figure("connections", chosen.connections(), "");
        Progress progress = new Progress();
        if (!chosen.signing().equals("off")) {
            try (SigningKey key = SigningKey.make()) {
                contest(chosen, key, progress, measurement);
            }
        }
        if (!chosen.signing().equals("on")) {
            contest(chosen, null, progress, measurement);
        }
        return measurement.figure("load of the machine at the end (1 min)", load(), "").build();
    }

    private record Options(int reminders, int rounds, int connections, String signing) {

        static Options of(Map<String, String> options) {
            String signing = options.getOrDefault("signing", "both");
            if (!List.of("both", "on", "off").contains(signing)) {
                throw new SetupException("--signing is both, on or off");
            }
            return new Options(Integer.parseInt(options.getOrDefault("reminders", "50000")),
                    Integer.parseInt(options.getOrDefault("rounds", "3")),
                    Integer.parseInt(options.getOrDefault("connections", "32")), signing);
        }
    }

    private static void contest(Options chosen, @Nullable SigningKey key, Progress progress,
            Measurement.Builder measurement) throws Exception {
        String kind = key == null ? "unsigned" : "signed";
        progress.say("Starting Kafka, PostgreSQL, notifier-service, the plain loop and the sink; mail is " + kind);
        try (Contest contest = Contest.start(chosen.connections(), key)) {
            requireSigned(contest.agreeOnAMail(), key != null);
            Side handrail = new Side();
            Side plain = new Side();
            for (int round = 1 - WARM_UPS; round <= chosen.rounds(); round++) {
                int mails = round < 1 ? Math.min(WARM_UP, chosen.reminders()) : chosen.reminders();
                for (int turn = 0; turn < 2; turn++) {
                    if ((round + turn) % 2 == 0) {
                        handrail.add(said(round, "Handrail", contest.drain(mails), progress));
                    } else {
                        plain.add(said(round, "plain loop", contest.plain(mails), progress));
                    }
                }
                if (round == 0) {
                    handrail.forget();
                    plain.forget();
                }
            }
            tell(kind, contest, handrail, plain, measurement);
        }
    }

    private static void requireSigned(byte[] mail, boolean signed) {
        boolean is = new String(mail, ISO_8859_1).contains("DKIM-Signature:");
        if (is != signed) {
            throw new IllegalStateException("The mail is " + (is ? "signed" : "not signed"));
        }
    }

    private static Side.Result said(int round, String who, Side.Result result, Progress progress) {
        progress.say(String.format(Locale.ROOT, "%s %-10s %,7.0f mails/s; %s; load %.1f",
                round < 1 ? "warm-up" : "round " + round, who, result.rate(), result.asText(), load()));
        return result;
    }

    private static void tell(String kind, Contest contest, Side handrail, Side plain, Measurement.Builder measurement)
            throws Exception {
        measurement.figure("reminders sent, " + kind, handrail.median(), "1/s")
                .figure("octets a mail, " + kind, handrail.octets(), "")
                .figure("reminders arriving by Kafka before, " + kind, contest.arrivalsASecond(), "1/s");
        for (String process : List.of(NOTIFIER, POSTGRES, SINK, BROKER)) {
            measurement.figure("processor time a mail, " + process + ", " + kind, handrail.micros(process), "us");
        }
        contest.memory().forEach((process, mib) -> measurement.figure("memory, " + process + ", " + kind, mib, "MiB"));
        measurement.bound("plain Angus Mail loop, " + kind, plain.median(), "1/s")
                .bound("octets a mail of the plain loop, " + kind, plain.octets(), "")
                .bound("processor time a mail, " + PLAIN + ", " + kind, plain.micros(PLAIN), "us")
                .bound("processor time a mail, its sink, " + kind, plain.micros(SINK), "us")
                .bound("what the sink takes at most, " + kind, contest.limitOfSink(LIMIT), "1/s");
        List<Double> ratios = IntStream.range(0, handrail.rates().size())
                .mapToObj(round -> handrail.rates().get(round) / plain.rates().get(round)).toList();
        measurement.ratio("Handrail / plain loop, " + kind + ", median of the rounds", Side.median(ratios));
        ratios.forEach(ratio -> measurement.ratio("  of a round", ratio));
        measurement.ratio("the same by processor time, which others on the machine disturb less, " + kind,
                micros(plain, PLAIN, SINK) / micros(handrail, NOTIFIER, POSTGRES, SINK, BROKER));
    }

    private static double micros(Side side, String... processes) {
        return Arrays.stream(processes).mapToDouble(side::micros).sum();
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
