package org.handrail.standalone.bench.dispatch;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.handrail.contract.Topic;
import org.handrail.followup.schedule.ScheduleVersion;
import org.handrail.platform.site.Site;
import org.handrail.standalone.bench.ProcessMemory;
import org.handrail.standalone.bench.Progress;
import org.handrail.standalone.bench.Published;
import org.handrail.standalone.bench.jdbc.Filling;
import org.handrail.standalone.bench.jdbc.PublishedSchedules;
import org.handrail.standalone.bench.jdbc.ScatteredSteps;
import org.handrail.standalone.bench.jdbc.Tables;
import org.handrail.standalone.bench.people.Cohort;
import org.handrail.standalone.bench.people.Lives;
import org.handrail.standalone.bench.people.ShippedSites;
import org.handrail.standalone.process.Midday;
import org.handrail.standalone.process.SeparateServices;
import org.handrail.standalone.stack.Service;

/** Followup-service with a database of its own in which so many steps are still to come. */
final class Installation implements AutoCloseable {

    private static final int LIVES = 1000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final String name;
    private final SeparateServices services;
    private final Tables tables;
    private final Published published;
    private final ScatteredSteps steps;
    private final long pending;

    private Installation(String name, SeparateServices services, ScatteredSteps steps, long pending)
            throws SQLException {
        this.name = name;
        this.services = services;
        this.steps = steps;
        this.pending = pending;
        this.tables = new Tables(services.database());
        this.published = new Published(services.bootstrap(), Topic.REMINDERS);
    }

    static Installation with(int pending, String databaseMemory, long seed, Progress progress) throws Exception {
        String name = String.format(Locale.ROOT, "%,d to come", pending);
        progress.say(name + ": starting Kafka, PostgreSQL and followup-service");
        SeparateServices services = SeparateServices.start(Set.of(Service.FOLLOWUP), Map.of(
                "HANDRAIL_SMTP_URL", "smtp://127.0.0.1:1", "HANDRAIL_DB_SHARED_BUFFERS", databaseMemory));
        try {
            services.stopServices();
            List<Cohort> cohorts = cohorts(services, pending, seed);
            long begun = System.nanoTime();
            Filling filling = new Filling(services.database(), seed, line -> progress.say("  " + line));
            long made = filling.replaceAll(cohorts);
            filling.readIn();
            progress.say(String.format(Locale.ROOT, "%s: %,d steps of %,d people made in %.0f s", name, made,
                    cohorts.stream().mapToInt(Cohort::people).sum(), (System.nanoTime() - begun) / 1e9));
            ScatteredSteps steps =
                    new ScatteredSteps(services.database(), cohorts.get(0).people(), cohorts.get(1).people());
            services.add(Service.FOLLOWUP);
            return new Installation(name, services, steps, made);
        } catch (Exception e) {
            services.close();
            throw e;
        }
    }

    /** Half of them booked for the coming weeks, half inquired in the last two hours; it is noon where they are. */
    private static List<Cohort> cohorts(SeparateServices services, int pending, long seed) {
        Site site = ShippedSites.read().defaultSite();
        Instant now = Clock.systemUTC().instant();
        PublishedSchedules schedules = new PublishedSchedules(services.database());
        ScheduleVersion booked = schedules.read("therapy-appointment");
        ScheduleVersion inquired = schedules.read("web-inquiry");
        List<String> zone = List.of(Midday.zone(now));
        Cohort appointments = new Cohort(booked, 1, new Lives(booked, site, now, seed, zone).appointments(LIVES, 8, 40));
        Cohort inquiries = new Cohort(inquired, 1,
                new Lives(inquired, site, now, seed, zone).since(LIVES, Duration.ofMinutes(1), Duration.ofHours(2)));
        int people = (int) Math.round(pending / (appointments.pendingSteps() + inquiries.pendingSteps()));
        return List.of(appointments.of(people), inquiries.of(people));
    }

    String name() {
        return name;
    }

    long pending() {
        return pending;
    }

    int most() {
        return steps.most();
    }

    /** @return steps a second, when so many come due at once */
    double burst(int count) throws SQLException {
        long before = published.count();
        long began = steps.fallDue(count, Clock.systemUTC().instant().minusSeconds(1), Duration.ZERO);
        int emails = count / 10 * ScatteredSteps.EMAILS_OF_TEN;
        Tables.await(() -> published.count() >= before + emails
                        && tables.number("select count(*) from followup.task_source") >= count - emails, PATIENCE,
                "every email at Kafka and every task in the queue");
        double seconds = (System.nanoTime() - began) / 1e9;
        tables.await("select count(*) from followup.outbox", none -> none == 0, PATIENCE);
        steps.putBack();
        return count / seconds;
    }

    /** @param released from the step's time to its release, in milliseconds; arrived: to its email's arrival by Kafka */
    record Lateness(double arrivedHalf, double arrived, double released) {
    }

    /** Of so many steps a second, for so long. */
    Lateness stream(int rate, Duration length) throws SQLException {
        int count = (int) (rate * length.toSeconds()) / 10 * 10;
        int emails = count / 10 * ScatteredSteps.EMAILS_OF_TEN;
        try (Arrivals arrivals = new Arrivals(services.bootstrap(), Clock.systemUTC())) {
            steps.fallDue(count, Clock.systemUTC().instant().plusSeconds(3), Duration.ofSeconds(1).dividedBy(rate));
            arrivals.await(emails, length.plus(PATIENCE));
            Lateness lateness =
                    new Lateness(arrivals.percentile(0.5), arrivals.percentile(0.99), steps.lateness(0.99));
            steps.putBack();
            return lateness;
        }
    }

    /** @param resident memory of the service's process, and heap that it uses, in MiB */
    record Memory(double resident, double heap) {

        String asText() {
            return String.format(Locale.ROOT, "%.0f MiB resident, %.0f MiB of heap in use", resident, heap);
        }
    }

    Memory memory() throws IOException, InterruptedException {
        var service = services.running().get(0);
        double heap = service.metrics().lines()
                .filter(line -> line.startsWith("jvm_memory_used_bytes") && line.contains("area=\"heap\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).sum();
        return new Memory(ProcessMemory.ofAll(List.of(service.handle())).residentMib(), heap / (1 << 20));
    }

    @Override
    public void close() throws SQLException {
        try (services; published; tables) {
            // each of them, whatever the others do
        }
    }
}
