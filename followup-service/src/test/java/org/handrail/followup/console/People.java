package org.handrail.followup.console;

import static org.handrail.followup.console.ConsoleOnly.NOON;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.followup.FollowupDatabase;
import org.handrail.followup.queue.NewTask;
import org.handrail.followup.queue.Priority;
import org.handrail.followup.queue.TaskKind;
import org.handrail.followup.queue.jdbc.JdbcTasks;
import org.handrail.followup.staff.StaffAccount;
import org.handrail.followup.staff.StaffRole;
import org.handrail.followup.staff.jdbc.JdbcStaffAccounts;
import org.handrail.followup.timeline.TimelineEntry;
import org.handrail.followup.timeline.jdbc.JdbcTimeline;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** People for the console to show, and staff to look at them. */
public final class People {

    private static final String HASH = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(RunningConsole.PASSWORD);

    private final FollowupDatabase database;

    public People(FollowupDatabase database) {
        this.database = database;
    }

    /** An account with the role STAFF, unless there is one, signed in. */
    public Browser signIn(RunningConsole console, String name) {
        account(name, StaffRole.STAFF);
        return Browser.at(console).signedIn(name.toLowerCase(java.util.Locale.ROOT), RunningConsole.PASSWORD);
    }

    public UUID account(String name, StaffRole role) {
        JdbcStaffAccounts accounts = new JdbcStaffAccounts(database.jdbc());
        accounts.add(new StaffAccount(
                UUID.randomUUID(), name.toLowerCase(java.util.Locale.ROOT), name, role, true, HASH));
        return accounts.bySignInName(name).orElseThrow().id();
    }

    /** These are the details of somebody who asked on the client's behalf. */
    public void onBehalf(UUID client) {
        database.jdbc().sql("update contact set inquirer = true where client_id = :id").param("id", client).update();
    }

    public UUID person(@Nullable String given, @Nullable String family, @Nullable String phone) {
        UUID id = UUID.randomUUID();
        database.jdbc().sql("""
                        insert into contact (client_id, version, inquirer, given_name, family_name, email,
                                             address_version, phone, language, zone, site_id, messages, received_at)
                        values (:id, 1, false, :given, :family, :email, 1, :phone, 'EN', 'America/Los_Angeles', 'main',
                                array['I would like to talk to somebody about a place. Mornings are best.'], :at)
                        """)
                .param("id", id).param("given", given).param("family", family).param("phone", phone)
                .param("email", given == null ? null : given.toLowerCase(java.util.Locale.ROOT) + "@example.org")
                .param("at", NOON.atOffset(ZoneOffset.UTC)).update();
        return id;
    }

    public UUID callBack(UUID client) {
        return task(client, TaskKind.CALL_BACK, "task.call-back", "missed-call", Priority.HIGH,
                NOON.minus(Duration.ofMinutes(20)), false);
    }

    public UUID task(UUID client, TaskKind kind, String title, String reason, Priority priority, Instant due,
            boolean onCall) {
        String key = UUID.randomUUID().toString();
        database.inTransaction(() -> new JdbcTasks(database.jdbc()).raise(
                new NewTask(key, client, null, null, kind, title, reason, priority, due, onCall), NOON));
        return database.jdbc().sql("select task_id from task_source where task_key = :key").param("key", key)
                .query(UUID.class).single();
    }

    public void happened(UUID client, Instant at, String code, Map<String, String> details) {
        database.inTransaction(() -> new JdbcTimeline(database.jdbc()).record(
                List.of(new TimelineEntry(UUID.randomUUID(), client, at, null, code, details))));
    }

    /** Before it was told which text mails were made from. */
    public UUID somebodyWritten() {
        UUID id = person("Sam", "Vega", "+15035550178");
        happened(id, NOON.minus(Duration.ofDays(1)), "mail.sent", Map.of("step", "email-3-d", "reason", "accepted"));
        return id;
    }

    /** With an inquiry, an appointment, a follow-up under way and something that did not go out. */
    public UUID somebodyWithAPast() {
        UUID id = person("Jordan", "Okafor", "+15035550177");
        Instant start = NOON.plus(Duration.ofDays(2));
        happened(id, NOON.minus(Duration.ofDays(9)), "inquiry.received",
                Map.of("relationship", "SELF", "means", "PHONE", "crisis", "false", "site", "main"));
        happened(id, NOON.minus(Duration.ofDays(8)), "appointment.booked",
                Map.of("kind", "DETOX_ADMISSION", "startsAt", start.toString(), "zone", "America/New_York"));
        happened(id, NOON.minus(Duration.ofDays(1)), "mail.sent",
                Map.of("step", "email-3-d", "reason", "accepted", "version", "3"));
        happened(id, NOON.minus(Duration.ofHours(2)), "mail.skipped",
                Map.of("step", "email-1-d", "reason", "consent-absent"));
        task(id, TaskKind.CALL, "task.remind-by-phone", "consent-absent", Priority.NORMAL,
                NOON.plus(Duration.ofHours(2)), false);
        inForce(id, "APPOINTMENT_REMINDERS", "WITHDRAWN");
        inForce(id, "FOLLOW_UP", "IN_FORCE");
        appointment(id, "DETOX_ADMISSION", "BOOKED", start);
        appointment(id, "THERAPY", "NO_SHOW", NOON.minus(Duration.ofDays(30)));
        enrolment(id, "detox-admission", start);
        return id;
    }

    private void inForce(UUID client, String purpose, String state) {
        database.jdbc().sql("""
                        insert into preference (client_id, purpose, version, state, since)
                        values (:client, :purpose, 1, :state, :at)
                        """)
                .param("client", client).param("purpose", purpose).param("state", state)
                .param("at", NOON.minus(Duration.ofDays(8)).atOffset(ZoneOffset.UTC)).update();
    }

    private void appointment(UUID client, String kind, String status, Instant start) {
        database.jdbc().sql("""
                        insert into appointment (appointment_id, client_id, version, change, status, kind,
                            starts_at_local, zone, starts_at, site_id, booked_at, occurred_at)
                        values (:id, :client, 1, 'BOOKED', :status, :kind, :local, 'America/New_York', :start, 'main',
                                :booked, :booked)
                        """)
                .param("id", UUID.randomUUID()).param("client", client).param("status", status).param("kind", kind)
                .param("local", start.atOffset(ZoneOffset.UTC).toLocalDateTime())
                .param("start", start.atOffset(ZoneOffset.UTC))
                .param("booked", NOON.minus(Duration.ofDays(8)).atOffset(ZoneOffset.UTC)).update();
    }

    private void enrolment(UUID client, String schedule, Instant anchor) {
        UUID id = UUID.randomUUID();
        database.jdbc().sql("""
                        insert into enrolment (enrolment_id, client_id, schedule_id, schedule_version, event, anchor_id,
                            site_id, on_behalf, against_advice, enrolled_at, anchor, known_at, version, changed)
                        values (:id, :client, :schedule, 1, 'APPOINTMENT', :anchorId, 'main', false, false, :at,
                                :anchor, :at, 1, false)
                        """)
                .param("id", id).param("client", client).param("schedule", schedule)
                .param("anchorId", UUID.randomUUID()).param("anchor", anchor.atOffset(ZoneOffset.UTC))
                .param("at", NOON.minus(Duration.ofDays(8)).atOffset(ZoneOffset.UTC)).update();
        step(id, "confirmation", true, anchor, anchor.minus(Duration.ofDays(10)), "DONE", "mailed");
        step(id, "email-3-d", true, anchor, anchor.minus(Duration.ofDays(3)), "DONE", "mailed");
        step(id, "waiting-call/2026-03-01", false, anchor, anchor.minus(Duration.ofDays(4)), "DONE", "raised");
        step(id, "email-1-d", true, anchor, anchor.minus(Duration.ofDays(1)), "PENDING", null);
        step(id, "call-1-d", false, anchor, anchor.minus(Duration.ofHours(25)), "PENDING", null);
        step(id, "email-3-h", true, anchor, anchor.minus(Duration.ofHours(3)), "SKIPPED", "condition-not-met");
        step(id, "not-arrived", false, anchor, anchor.plus(Duration.ofHours(1)), "PENDING", null);
    }

    private void step(UUID enrolment, String key, boolean email, Instant anchor, Instant due, String state,
            @Nullable String reason) {
        database.jdbc().sql("""
                        insert into due_step (enrolment_id, step_key, appointment_version, schedule_version, email, as_task,
                            anchor, wall, zone, tzdb, due_at, state, reason)
                        values (:id, :key, 1, 1, :email, false, :anchor, :wall, 'America/New_York', '2026a', :due, :state,
                                :reason)
                        """)
                .param("id", enrolment).param("key", key).param("email", email)
                .param("anchor", anchor.atOffset(ZoneOffset.UTC))
                .param("wall", due.atOffset(ZoneOffset.UTC).toLocalDateTime())
                .param("due", due.atOffset(ZoneOffset.UTC)).param("state", state).param("reason", reason).update();
    }
}
