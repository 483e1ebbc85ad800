package org.handrail.followup.enrolment.camel;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.handrail.contract.Event;
import org.handrail.contract.EventType;
import org.handrail.contract.Topic;
import org.handrail.followup.FollowupDatabase;
import org.handrail.followup.RecordingOutbox;
import org.handrail.followup.client.Clients;
import org.handrail.followup.dispatch.Dispatching;
import org.handrail.followup.enrolment.OpeningCases;
import org.handrail.followup.queue.TaskCompletions;
import org.handrail.followup.queue.TaskCompleted;
import org.handrail.followup.queue.TaskOutcome;
import org.handrail.followup.queue.Transactions;
import org.handrail.followup.queue.jdbc.RetriedTransactions;
import org.handrail.followup.timeline.Timeline;
import org.handrail.messaging.Outbox;
import org.handrail.messaging.Received;
import org.handrail.platform.site.Site;
import org.handrail.platform.site.Site.Hours;
import org.handrail.platform.site.Sites;
import org.handrail.platform.time.SettableClock;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Follow-up on a real database, through its real routes, at a clock that runs from one due step to the next. The site
 * is in New York, staffed on weekdays from 8 to 18.
 */
public final class FollowupStory implements AutoCloseable {

    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("MMM d HH:mm", Locale.ROOT);
    private static final List<Topic> TOPICS = List.of(Topic.INTAKE, Topic.CONTACTS, Topic.CONSENTS, Topic.DELIVERIES);

    private final FollowupDatabase database = new FollowupDatabase();
    private final SettableClock clock;
    private final RecordingOutbox outbox = new RecordingOutbox();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final ProducerTemplate send;

    public FollowupStory(Instant start) {
        clock = new SettableClock(start);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(JdbcClient.class, database::jdbc);
        context.registerBean(TransactionTemplate.class, database::transaction);
        context.registerBean(PlatformTransactionManager.class, () -> database.transaction().getTransactionManager());
        context.registerBean(DataSource.class, database::dataSource);
        context.registerBean(Transactions.class, () ->
                new RetriedTransactions(database.transaction().getTransactionManager()));
        context.registerBean(Outbox.class, () -> outbox);
        context.registerBean(Sites.class, FollowupStory::sites);
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.scan("org.handrail.followup.enrolment", "org.handrail.followup.dispatch",
                "org.handrail.followup.schedule.json", "org.handrail.followup.schedule.jdbc",
                "org.handrail.followup.client", "org.handrail.followup.queue.jdbc",
                "org.handrail.followup.publishing.jdbc", "org.handrail.followup.publishing.camel",
                "org.handrail.followup.timeline.jdbc");
        context.refresh();
        try {
            camel.addRoutes(new EnrolmentRoutes(
                    new EnrolmentRoutes.Sources("direct:INTAKE", "direct:CONTACTS", "direct:CONSENTS",
                            "direct:DELIVERIES"),
                    new CaseSteps(context.getBean(OpeningCases.class)),
                    new ClientSteps(context.getBean(Clients.class), context.getBean(Timeline.class), clock)));
            camel.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        send = camel.createProducerTemplate();
    }

    private static Sites sites() {
        Map<DayOfWeek, List<Hours>> hours = Stream.of(DayOfWeek.values()).filter(day -> day.getValue() < 6)
                .collect(Collectors.toMap(day -> day, day -> List.of(new Hours(LocalTime.of(8, 0), LocalTime.of(18, 0)))));
        return new Sites(List.of(new Site("main", NEW_YORK, "Front Desk", "+1 212 555 0100", hours,
                Set.of(LocalDate.of(2026, 3, 17)))), "main");
    }

    public SettableClock clock() {
        return clock;
    }

    public RecordingOutbox outbox() {
        return outbox;
    }

    public FollowupDatabase database() {
        return database;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Facts of one poll, at the present time. */
    public void told(Event... events) {
        List<Received> facts = Arrays.stream(events).map(event -> new Received(UUID.randomUUID(), EventType.of(event),
                event.clientId(), event, clock.instant())).toList();
        TOPICS.forEach(topic -> deliver(topic, facts.stream().filter(fact -> fact.type().topic() == topic).toList()));
    }

    public void forgotten(UUID clientId) {
        deliver(Topic.CONTACTS, List.of(
                new Received(UUID.randomUUID(), EventType.CONTACT_CHANGED, clientId, null, clock.instant())));
    }

    private void deliver(Topic topic, List<Received> facts) {
        if (!facts.isEmpty()) {
            database.inTransaction(() -> send.sendBody("direct:" + topic.name(), facts));
        }
    }

    /** Staff complete a task that a step raised. */
    public void completed(UUID clientId, String schedule, String step, TaskOutcome outcome) {
        UUID enrolment = database.jdbc().sql("""
                        select enrolment_id from enrolment where client_id = ? and schedule_id = ?
                        order by enrolled_at desc limit 1""")
                .params(clientId, schedule).query(UUID.class).single();
        database.inTransaction(() -> context.getBean(TaskCompletions.class).completed(new TaskCompleted(
                UUID.randomUUID(), clientId, enrolment, step, outcome, "staff", clock.instant())));
    }

    /** Lets time pass, stopping at every step that comes due. */
    public void runUntil(Instant end) {
        for (Instant next = nextDue(end); next != null; next = nextDue(end)) {
            if (next.isAfter(clock.instant())) {
                clock.set(next);
            }
            release();
        }
        clock.set(end);
    }

    public void runFor(Duration time) {
        runUntil(clock.instant().plus(time));
    }

    public void release() {
        Dispatching dispatching = context.getBean(Dispatching.class);
        int looked = 1;
        while (looked > 0) {
            looked = database.transaction().execute(status -> dispatching.releaseBatch(100));
        }
    }

    private Instant nextDue(Instant end) {
        return database.jdbc().sql("select min(due_at) from due_step where state = 'PENDING' and due_at <= ?")
                .param(end.atOffset(ZoneOffset.UTC)).query(OffsetDateTime.class).optional()
                .map(OffsetDateTime::toInstant).orElse(null);
    }

    /** Every step that was released, as {@code Mar 2 10:00 web-inquiry/receipt mailed}, in New York's time. */
    public List<String> released() {
        return steps("DONE", "released_at");
    }

    /** Every step that came to nothing, with the reason. */
    public List<String> notReleased() {
        return Stream.concat(steps("SKIPPED", "due_at").stream(), steps("DROPPED", "due_at").stream()).toList();
    }

    private List<String> steps(String state, String time) {
        return database.jdbc().sql("select " + time + """
                         as at, schedule_id, step_key, reason from due_step join enrolment using (enrolment_id)
                        where state = :state order by at, schedule_id, step_key""")
                .param("state", state)
                .query((row, n) -> SHOWN.format(row.getObject("at", OffsetDateTime.class).atZoneSameInstant(NEW_YORK))
                        + " " + row.getString("schedule_id") + "/" + row.getString("step_key")
                        + " " + row.getString("reason"))
                .list();
    }

    /** Open tasks as {@code CALL task.call reason}. */
    public List<String> openTasks() {
        return database.jdbc().sql("select kind, title, reason from task where state = 'OPEN' order by raised_at, title")
                .query((row, n) -> row.getString("kind") + " " + row.getString("title") + " " + row.getString("reason"))
                .list();
    }

    public List<String> timelineCodes(UUID clientId) {
        return database.jdbc().sql("select code from timeline where client_id = ? order by at, seq").param(clientId)
                .query(String.class).list();
    }

    @Override
    public void close() {
        camel.stop();
        context.close();
    }
}
