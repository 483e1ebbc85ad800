package org.handrail.standalone.bench.edit;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.handrail.followup.schedule.Offset;
import org.handrail.followup.schedule.Schedule;
import org.handrail.followup.schedule.Step;
import org.handrail.followup.schedule.json.Notation;
import org.handrail.followup.schedule.json.ScheduleWriter;
import org.handrail.platform.site.Site;
import org.handrail.standalone.bench.Benchmark;
import org.handrail.standalone.bench.Measurement;
import org.handrail.standalone.bench.ProcessMemory;
import org.handrail.standalone.bench.jdbc.Filling;
import org.handrail.standalone.bench.jdbc.PublishedSchedules;
import org.handrail.standalone.bench.jdbc.Tables;
import org.handrail.standalone.bench.people.Cohort;
import org.handrail.standalone.bench.people.Lives;
import org.handrail.standalone.bench.people.ShippedSites;
import org.handrail.standalone.command.Terminal;
import org.handrail.standalone.process.SeparateServices;
import org.handrail.standalone.process.ServiceProcess;
import org.handrail.standalone.stack.Service;
import tools.jackson.databind.JsonNode;

/**
 * An edit of a schedule that a million people are in: how long its preview takes, how fast those enrolled are moved, and
 * how late steps are released that come due meanwhile. Followup-service is a process of its own, asked by HTTP.
 */
public final class EditBenchmark implements Benchmark {

    private static final String EDITED = "web-inquiry";
    private static final String STEP = "email-7-d";
    private static final int LIVES = 2000;
    private static final int PREVIEWS = 4;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    @Override
    public String name() {
        return "edit";
    }

    @Override
    public String summary() {
        return "preview an edit for --enrolled (1000000) people among --others (1000000), and move them while --rate (50)"
                + " steps a second come due; --moving (180) seconds of it at most; --kills (0) of the service meanwhile; --seed (1)";
    }

    @Override
    public Measurement run(Map<String, String> options) throws Exception {
        int enrolled = Integer.parseInt(options.getOrDefault("enrolled", "1000000"));
        int others = Integer.parseInt(options.getOrDefault("others", "1000000"));
        int rate = Integer.parseInt(options.getOrDefault("rate", "50"));
        Duration moving = Duration.ofSeconds(Integer.parseInt(options.getOrDefault("moving", "180")));
        int kills = Integer.parseInt(options.getOrDefault("kills", "0"));
        long seed = Long.parseLong(options.getOrDefault("seed", "1"));
        say("Starting Kafka, PostgreSQL and followup-service");
        try (SeparateServices services =
                        SeparateServices.start(Set.of(Service.FOLLOWUP), Map.of("HANDRAIL_SMTP_URL", "smtp://127.0.0.1:1"));
                Tables tables = new Tables(services.database())) {
            Schedule schedule = new PublishedSchedules(services.database()).read(EDITED).schedule();
            services.stopServices();
            int due = rate * ((int) moving.toSeconds() + 60);
            long pending = new Filling(services.database(), seed, EditBenchmark::say)
                    .replaceAll(cohorts(services, enrolled, others, due, seed));
            ServiceProcess service = services.add(Service.FOLLOWUP);
            Desk desk = new Desk(service.address(), services.adminPassword());
            Measurement.Builder result = Measurement.of(name()).figure("people in the schedule", enrolled, "")
                    .figure("pending steps in the table", pending, "");
            JsonNode draft = desk.post("drafts", definition(schedule));
            preview(desk, draft, result, tables);
            move(services, service, draft, tables, new Strain(rate, moving, kills), result);
            return result.figure("load of the machine at the end (1 min)", load(), "").build();
        }
    }

    /** In the schedule that is edited, in another, and those whose calls come due during the move. */
    private static List<Cohort> cohorts(SeparateServices services, int enrolled, int others, int due, long seed) {
        Site site = ShippedSites.read().defaultSite();
        Instant now = Clock.systemUTC().instant();
        PublishedSchedules published = new PublishedSchedules(services.database());
        return List.of(
                new Cohort(published.read(EDITED), enrolled, new Lives(published.read(EDITED), site, now, seed)
                        .since(LIVES, Duration.ofHours(1), Duration.ofHours(3))),
                new Cohort(published.read("therapy-appointment"), others,
                        new Lives(published.read("therapy-appointment"), site, now, seed).appointments(LIVES, 9, 30)),
                new Cohort(published.read("missed-call"), due, new Lives(published.read("missed-call"), site, now, seed)
                        .since(LIVES, Duration.ofHours(30), Duration.ofHours(60))));
    }

    private static String definition(Schedule schedule) {
        List<Step> steps = new ArrayList<>();
        for (Step step : schedule.steps()) {
            steps.add(!step.key().equals(STEP) ? step : new Step(step.key(), new Offset.Elapsed(Duration.ofDays(8)),
                    step.action(), step.conditions(), step.late(), step.outcomes()));
        }
        return new ScheduleWriter().write(new Schedule(schedule.id(), schedule.title(), schedule.anchor(),
                schedule.stops(), schedule.outcomes(), steps), Notation.JSON);
    }

    private static void preview(Desk desk, JsonNode draft, Measurement.Builder result, Tables tables) throws Exception {
        String path = EDITED + "/drafts/" + draft.path("draft").asInt(1) + "/preview";
        double first = 0;
        double best = Double.MAX_VALUE;
        for (int i = 0; i < PREVIEWS; i++) {
            long begun = System.nanoTime();
            JsonNode preview = desk.post(path, Map.of("mode", "MOVE"));
            double seconds = (System.nanoTime() - begun) / 1e9;
            first = i == 0 ? seconds : first;
            best = Math.min(best, seconds);
            say(String.format(Locale.ROOT, "Preview in %.1f s; load %.1f: %s", seconds, load(),
                    preview.path("counts").path("effects")));
        }
        long begun = System.nanoTime();
        tables.number("select count(*) from followup.due_step where step_key = '" + STEP + "'");
        result.figure("preview, the first", first, "s").figure("preview, the best of " + PREVIEWS, best, "s")
                .bound("PostgreSQL counts the rows of one step", (System.nanoTime() - begun) / 1e9, "s");
    }

    /**
     * What goes on while people are moved.
     *
     * @param kills of the service with kill -9, each followed by a start
     */
    private record Strain(int rate, Duration longest, int kills) {
    }

    private static void move(SeparateServices services, ServiceProcess first, JsonNode draft, Tables tables,
            Strain strain, Measurement.Builder result) throws Exception {
        ServiceProcess service = first;
        Desk desk = new Desk(service.address(), services.adminPassword());
        Instant from = dueFrom(services, strain.rate(), (int) strain.longest().toSeconds() + 30);
        String move = desk.post(EDITED + "/drafts/" + draft.path("draft").asInt(1) + "/publish",
                Map.of("mode", "MOVE", "why", "a benchmark", "acceptChanges", true), "If-Match", "\"1\"")
                .path("move").asString();
        long begun = System.nanoTime();
        double memoryAtFirst = memory(service);
        int kills = strain.kills();
        JsonNode now = desk.get("moves/" + move);
        while (now.path("state").asString().equals("RUNNING")
                && System.nanoTime() - begun < strain.longest().toNanos()) {
            LockSupport.parkNanos(PAUSE.toNanos());
            if (kills-- > 0) {
                service.kill();
                service = services.add(Service.FOLLOWUP);
                desk = new Desk(service.address(), services.adminPassword());
                say("Killed and started again");
            }
            now = desk.get("moves/" + move);
            say(String.format(Locale.ROOT, "%,d of %,d looked at; lateness p99 %.0f ms so far; %.0f MiB; load %.1f",
                    now.path("lookedAt").asLong(), now.path("enrolled").asLong(), lateness(tables, from, 0.99),
                    memory(service), load()));
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        say("The move is " + now.path("state").asString() + "; where it came to something else than the preview said: "
                + now.path("differences"));
        result.figure("moved", now.path("lookedAt").asLong(), "")
                .figure("moved a second", now.path("lookedAt").asLong() / seconds, "1/s")
                .figure("steps that came due and were released meanwhile", released(tables, from), "")
                .figure("their lateness, p50", lateness(tables, from, 0.5), "ms")
                .figure("their lateness, p99", lateness(tables, from, 0.99), "ms")
                .figure("memory of the service when the move began (RSS)", memoryAtFirst, "MiB")
                .figure("memory of the service when it ended (RSS)", memory(service), "MiB");
    }

    /** So many calls a second come due from a few seconds on. */
    private static Instant dueFrom(SeparateServices services, int rate, int seconds) throws Exception {
        Instant from = Clock.systemUTC().instant().plusSeconds(5);
        try (Connection connection = services.database().connect();
                PreparedStatement calls = connection.prepareStatement("""
                        update followup.due_step s set due_at = ?::timestamptz + n.n * ?::interval, deadline = null
                        from (select enrolment_id, step_key, row_number() over () as n
                            from followup.due_step join followup.enrolment using (enrolment_id)
                            where schedule_id = 'missed-call' and state = 'PENDING' and not email limit ?) n
                        where s.enrolment_id = n.enrolment_id and s.step_key = n.step_key""");
                Statement look = connection.createStatement()) {
            calls.setString(1, from.toString());
            calls.setString(2, 1.0 / rate + " seconds");
            calls.setInt(3, rate * seconds);
            calls.executeUpdate();
            look.execute("analyze followup.due_step");
        }
        return from;
    }

    private static double released(Tables tables, Instant from) {
        return tables.number(RELEASED.formatted("count(*)", from, from));
    }

    private static double lateness(Tables tables, Instant from, double quantile) {
        return tables.number(RELEASED.formatted("coalesce(percentile_cont(" + quantile + ") within group (order by"
                + " extract(epoch from released_at - due_at) * 1000), 0)::bigint", from, from));
    }

    private static final String RELEASED = """
            select %s from followup.due_step join followup.enrolment using (enrolment_id)
            where schedule_id = 'missed-call' and state = 'DONE' and due_at >= '%s' and released_at >= '%s'""";

    private static double memory(ServiceProcess service) throws Exception {
        return ProcessMemory.ofAll(List.of(service.handle())).residentMib();
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static void say(String line) {
        System.out.printf("%8s  %s%n", Terminal.seconds(Terminal.running()), line);
    }
}
