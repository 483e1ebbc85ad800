package org.handrail.followup.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.handrail.followup.enrolment.camel.Facts.at;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.handrail.contract.AppointmentKind;
import org.handrail.contract.Event;
import org.handrail.contract.deliveries.DeliveryChanged;
import org.handrail.contract.reminders.ReminderDue;
import org.handrail.followup.enrolment.ChangingVersions.Effect;
import org.handrail.followup.enrolment.ChangingVersions.Stays;
import org.handrail.followup.enrolment.camel.Facts;
import org.handrail.followup.enrolment.camel.FollowupStory;
import org.handrail.followup.publishing.Publishing.BaseMoved;
import org.handrail.followup.publishing.Publishing.ChangedSince;
import org.handrail.followup.publishing.Publishing.MoveUnderWay;
import org.handrail.followup.publishing.Publishing.Published;
import org.handrail.followup.publishing.Publishing.Request;
import org.handrail.followup.schedule.LatePolicy;
import org.handrail.followup.queue.TaskOutcome;
import org.handrail.followup.schedule.Fault;
import org.handrail.followup.schedule.InvalidSchedule;
import org.handrail.followup.schedule.Offset;
import org.handrail.followup.schedule.Schedule;
import org.handrail.followup.schedule.Schedules;
import org.handrail.followup.schedule.Step;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Editing a schedule while people are in it, on a real database. */
class PublishingTest {

    private static final UUID ADMIN = UUID.randomUUID();
    private static final String THERAPY = "therapy-appointment";
    private static final String INQUIRY = "web-inquiry";

    private final FollowupStory story = new FollowupStory(at("2026-03-02T10:00"));

    @AfterEach
    void close() {
        story.close();
    }

    private Schedule published(String id) {
        return story.bean(Schedules.class).published().stream().filter(each -> each.id().equals(id)).findFirst()
                .orElseThrow().schedule();
    }

    private Integer version(String id) {
        return story.bean(Versions.class).published(id).orElse(null);
    }

    private Request request(Schedule schedule, Choice choice, @Nullable Preview preview, @Nullable Integer base) {
        return new Request(schedule, RandomEdits.json(schedule), 1, 1, base, choice,
                preview == null ? null : preview.id(), false, "to see what it does", ADMIN, null);
    }

    private Preview preview(Schedule schedule, Choice choice) {
        Preview preview = story.bean(Previewing.class).preview(schedule, 1, 1, choice);
        story.bean(Previews.class).keep(preview);
        return preview;
    }

    private Published publish(Schedule schedule, Choice choice) {
        return (Published) story.bean(Publishing.class)
                .publish(request(schedule, choice, preview(schedule, choice), version(schedule.id())), () -> { });
    }

    private Move move(Published published) {
        MovingEnrolments moving = story.bean(MovingEnrolments.class);
        while (story.database().transaction().execute(status -> moving.moveBatch(3)) > 0) {
            // until nobody is left
        }
        return story.bean(Moves.class).find(published.move()).orElseThrow();
    }

    private static Schedule with(Schedule schedule, List<Step> steps) {
        return new Schedule(schedule.id(), schedule.title(), schedule.anchor(), schedule.stops(), steps);
    }

    private static Schedule retimed(Schedule schedule, String key, Offset offset) {
        return with(schedule, schedule.steps().stream().map(step -> !step.key().equals(key) ? step
                : new Step(key, offset, step.action(), step.conditions(), step.late())).toList());
    }

    private static Schedule without(Schedule schedule, String key) {
        return with(schedule, schedule.steps().stream().filter(step -> !step.key().equals(key)).toList());
    }

    private static Schedule renamed(Schedule schedule, String key, String to, Offset offset) {
        return with(schedule, schedule.steps().stream().map(step -> !step.key().equals(key) ? step
                : new Step(to, offset, step.action(), step.conditions(), step.late())).toList());
    }

    private Facts somebodyInTherapy(String start) {
        Facts someone = Facts.ofSomebody();
        story.told(someone.consented());
        story.told(someone.books(AppointmentKind.THERAPY, start, story.clock().instant()).now());
        return someone;
    }

    private Instant due(Facts someone, String step) {
        return story.database().jdbc().sql("""
                        select due_at from due_step join enrolment using (enrolment_id)
                        where client_id = ? and step_key = ?""")
                .params(someone.client(), step).query(OffsetDateTime.class).single().toInstant();
    }

    @Test
    void movesWhatIsAheadAndSaysByHowMuch() {
        Facts someone = somebodyInTherapy("2026-03-20T10:00");
        Schedule edited = retimed(published(THERAPY), "email-3-d", new Offset.Local(-4, LocalTime.of(10, 0)));

        Published published = publish(edited, Choice.MOVE);
        Move move = move(published);

        assertThat(published.preview().counts().effects()).containsOnlyKeys(Effect.MOVES);
        assertThat(published.preview().counts().earliest()).isEqualTo(Duration.ofHours(-23));
        assertThat(move.outcome()).isEqualTo(published.preview().counts());
        assertThat(due(someone, "email-3-d")).isEqualTo(at("2026-03-16T10:00"));
        assertThat(story.timelineCodes(someone.client())).contains("enrolment.version-changed");
    }

    @Test
    void leavesThoseAloneWhoAreToKeepTheirVersion() {
        Facts someone = somebodyInTherapy("2026-03-20T10:00");

        Published published = publish(without(published(THERAPY), "email-3-d"), Choice.KEEP);
        Facts later = somebodyInTherapy("2026-03-20T10:00");
        story.runUntil(at("2026-03-21T00:00"));

        assertThat(published.move()).isNull();
        assertThat(mails(someone)).containsExactly("confirmation 1", "email-7-d 1", "email-3-d 1", "email-1-d 1");
        assertThat(mails(later)).containsExactly("confirmation 2", "email-7-d 2", "email-1-d 2");
    }

    private List<String> mails(Facts someone) {
        return story.outbox().published(ReminderDue.class).stream()
                .filter(mail -> mail.clientId().equals(someone.client()))
                .map(mail -> mail.stepKey() + " " + mail.scheduleVersion()).toList();
    }

    @Test
    void movesOnlyThoseForWhomTheStepIsAhead() {
        Facts far = somebodyInTherapy("2026-03-20T10:00");
        Facts near = somebodyInTherapy("2026-03-04T10:00");
        Schedule edited = retimed(published(THERAPY), "email-1-d", new Offset.Local(-1, LocalTime.of(15, 0)));

        Published published = publish(edited, Choice.moveBefore("email-3-d"));
        Move move = move(published);

        assertThat(move.outcome()).isEqualTo(published.preview().counts());
        assertThat(move.outcome().kept()).containsEntry(Stays.PAST_THE_STEP, 1L);
        assertThat(due(far, "email-1-d")).isEqualTo(at("2026-03-19T15:00"));
        assertThat(due(near, "email-1-d")).isEqualTo(at("2026-03-03T09:00"));
    }

    @Test
    void repeatsNothingThatHasGoneUnderAnotherName() {
        Facts someone = somebodyInTherapy("2026-03-20T10:00");
        story.runUntil(at("2026-03-17T12:00"));
        sent();
        Schedule edited = renamed(published(THERAPY), "email-3-d", "email-2-d",
                new Offset.Local(-2, LocalTime.of(9, 0)));

        Published published = publish(edited, Choice.MOVE);
        move(published);
        story.runUntil(at("2026-03-21T00:00"));

        assertThat(published.preview().counts().effects().get(Effect.REPEATS)).isEqualTo(new Counts.Count(1, 1));
        assertThat(mails(someone)).extracting(mail -> mail.substring(0, mail.length() - 2))
                .containsExactly("confirmation", "email-7-d", "email-3-d", "email-1-d");
        assertThat(story.notReleased()).anyMatch(line -> line.endsWith("email-2-d already-told"));
    }

    private void sent() {
        story.outbox().published(ReminderDue.class).forEach(mail ->
                story.told(Facts.delivery(mail, DeliveryChanged.State.SENT, "accepted", story.clock().instant())));
    }

    @Test
    void sendsNothingAtOnceWhoseTimeHadPassedBefore() {
        Facts someone = Facts.ofSomebody();
        story.told(someone.consented());
        story.told(someone.inquiry(story.clock().instant()));
        story.runUntil(at("2026-03-12T10:00"));
        int mailed = mails(someone).size();
        Step checkIn = published(INQUIRY).steps().stream().filter(Step::isEmail).skip(1).findFirst().orElseThrow();
        List<Step> steps = new ArrayList<>(published(INQUIRY).steps());
        steps.add(new Step("day-5", new Offset.Elapsed(Duration.ofDays(5)), checkIn.action(), List.of(), checkIn.late()));
        steps.add(new Step("call-day-5", new Offset.Elapsed(Duration.ofDays(5)), steps.stream()
                .filter(step -> !step.isEmail()).findFirst().orElseThrow().action(), List.of(),
                new LatePolicy.Always()));

        Published published = publish(with(published(INQUIRY), steps), Choice.MOVE);
        move(published);
        int tasks = story.openTasks().size();
        story.runFor(Duration.ofHours(1));

        assertThat(published.preview().counts().effects().get(Effect.LATE_FALLS)).isEqualTo(new Counts.Count(1, 2));
        assertThat(mails(someone)).hasSize(mailed);
        assertThat(story.openTasks()).hasSize(tasks);
        assertThat(story.notReleased()).anyMatch(line -> line.endsWith("web-inquiry/day-5 past-at-edit"));
    }

    @Test
    void callsNoWrongNumberBecauseOfAnEdit() {
        Facts someone = Facts.ofSomebody();
        story.told(someone.consented());
        story.told(someone.inquiry(story.clock().instant()));
        story.runFor(Duration.ofHours(1));
        story.completed(someone.client(), INQUIRY, "call-15-min", TaskOutcome.WRONG_NUMBER);
        int open = story.openTasks().size();
        Schedule before = published(INQUIRY);
        Step call = before.step("call-72-h").orElseThrow();
        List<Step> steps = new ArrayList<>(without(before, "call-24-h").steps());
        steps.add(new Step("call-5-d", new Offset.Elapsed(Duration.ofDays(5)), call.action(), List.of(), call.late()));

        Move moved = move(publish(with(before, steps), Choice.MOVE));
        Move back = move(publish(before, Choice.MOVE));
        story.runFor(Duration.ofDays(10));

        assertThat(moved.outcome()).isEqualTo(moved.expected());
        assertThat(back.outcome()).isEqualTo(back.expected());
        assertThat(story.openTasks()).hasSize(open);
    }

    @Test
    void rollsBackToWhatWasBefore() {
        Facts someone = somebodyInTherapy("2026-03-20T10:00");
        Schedule before = published(THERAPY);
        Map<String, Instant> times = times(someone);
        move(publish(without(retimed(before, "email-7-d", new Offset.Local(-20, LocalTime.of(9, 0))),
                "email-3-d"), Choice.MOVE));

        Published back = publish(before, Choice.MOVE);
        Move move = move(back);

        assertThat(move.outcome()).isEqualTo(back.preview().counts());
        assertThat(times(someone)).isEqualTo(times);
    }

    private Map<String, Instant> times(Facts someone) {
        Map<String, Instant> times = new HashMap<>();
        story.database().jdbc().sql("""
                        select step_key, due_at from due_step join enrolment using (enrolment_id)
                        where client_id = ? and state = 'PENDING'""").param(someone.client())
                .query(row -> {
                    times.put(row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant());
                });
        return times;
    }

    @Test
    void tellsWhatHasChangedSinceThePreview() {
        somebodyInTherapy("2026-03-20T10:00");
        Schedule edited = without(published(THERAPY), "email-3-d");
        Preview seen = preview(edited, Choice.MOVE);
        somebodyInTherapy("2026-03-21T10:00");

        var outcome = story.bean(Publishing.class).publish(request(edited, Choice.MOVE, seen, 1), () -> { });

        assertThat(outcome).isInstanceOfSatisfying(ChangedSince.class, changed -> {
            assertThat(changed.differences()).contains(new Difference("enrolled", "1", "2"),
                    new Difference("people.DROPPED", "1", "2"));
            assertThat(version(THERAPY)).isEqualTo(1);
            assertThat(story.bean(Publishing.class)
                    .publish(request(edited, Choice.MOVE, changed.preview(), 1), () -> { }))
                    .isInstanceOf(Published.class);
        });
    }

    @Test
    void refusesAnotherAnchorAndAStepThatNobodyKnows() {
        Schedule therapy = published(THERAPY);
        Schedule other = new Schedule(THERAPY, "Other", published(INQUIRY).anchor(), Set.of(), Map.of(),
                published(INQUIRY).steps());

        assertThatThrownBy(() -> publish(other, Choice.moveBefore("no-such-step")))
                .isInstanceOfSatisfying(InvalidSchedule.class, invalid -> assertThat(invalid.faults())
                        .extracting(Fault::path).containsExactly("/anchor/event", "/step"));
        assertThat(published(THERAPY)).isEqualTo(therapy);
    }

    @Test
    void refusesWhatWasWrittenAgainstAnEarlierVersion() {
        Schedule edited = without(published(THERAPY), "email-3-d");
        publish(edited, Choice.KEEP);
        AtomicBoolean together = new AtomicBoolean();

        var outcome = story.bean(Publishing.class)
                .publish(request(edited, Choice.KEEP, null, 1), () -> together.set(true));

        assertThat(outcome).isEqualTo(new BaseMoved(2));
        assertThat(together).isFalse();
    }

    @Test
    void waitsForAMoveUnderWayButIsRolledBackAtOnce() {
        somebodyInTherapy("2026-03-20T10:00");
        Schedule before = published(THERAPY);
        Published first = publish(without(before, "email-3-d"), Choice.MOVE);
        Request next = request(without(before, "email-1-d"), Choice.MOVE, null, 2);
        Request back = new Request(before, RandomEdits.json(before), 0, 0, 2, Choice.MOVE, null, true, "back", ADMIN, 1);
        Publishing publishing = story.bean(Publishing.class);

        assertThat(publishing.publish(next, () -> { })).isEqualTo(new MoveUnderWay(first.move()));
        assertThat(publishing.publish(back, () -> { })).isInstanceOf(Published.class);
        assertThat(story.bean(Moves.class).find(first.move()).orElseThrow().state()).isEqualTo(Move.State.CANCELLED);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void doesWhatThePreviewSaidOnRandomEdits(long seed) {
        Random random = new Random(seed);
        RandomEdits edits = new RandomEdits(random);
        for (int i = 0; i < 12; i++) {
            people(random);
            story.runFor(Duration.ofHours(random.nextInt(60)));
            if (random.nextBoolean()) {
                sent();
            }
        }
        for (int edit = 0; edit < 3; edit++) {
            Schedule schedule = edits.of(published(random.nextBoolean() ? THERAPY : INQUIRY));
            Choice choice = choice(schedule, random);
            Map<UUID, Map<String, String>> expected = expected(schedule, choice);

            Published published = publish(schedule, choice);

            if (published.move() != null) {
                assertThat(move(published).outcome()).isEqualTo(published.preview().counts());
            }
            expected.forEach((enrolment, rows) -> assertThat(rows(enrolment)).isEqualTo(rows));
            story.runFor(Duration.ofHours(random.nextInt(100)));
        }
    }

    private void people(Random random) {
        Facts someone = Facts.ofSomebody();
        story.told(random.nextInt(4) > 0 ? someone.consented() : new Event[] {someone.contact()});
        Instant now = story.clock().instant();
        if (random.nextBoolean()) {
            story.told(someone.inquiry(now));
        } else {
            String start = LocalDateTime.ofInstant(now, Facts.SITE).plusDays(1 + random.nextInt(20))
                    .withHour(8 + random.nextInt(9)).withMinute(0).withSecond(0).withNano(0).toString();
            var visit = someone.books(AppointmentKind.THERAPY, start, now);
            story.told(visit.now());
            if (random.nextInt(3) == 0) {
                story.told(visit.moved(LocalDateTime.parse(start).plusDays(2).toString(), now).now());
            }
        }
    }

    private static Choice choice(Schedule schedule, Random random) {
        Choice.Repeats repeats = random.nextBoolean() ? Choice.Repeats.SKIP : Choice.Repeats.SEND;
        return switch (random.nextInt(5)) {
            case 0 -> Choice.KEEP;
            case 1 -> new Choice(Choice.Mode.MOVE_BEFORE,
                    schedule.steps().get(random.nextInt(schedule.steps().size())).key(), repeats);
            default -> new Choice(Choice.Mode.MOVE, null, repeats);
        };
    }

    /** What the page of every single person says about after. */
    private Map<UUID, Map<String, String>> expected(Schedule schedule, Choice choice) {
        Previewing previewing = story.bean(Previewing.class);
        Instant now = story.clock().instant();
        Map<UUID, Map<String, String>> expected = new HashMap<>();
        previewing.people(schedule, choice, now, each -> true, null, 1000).people().forEach(person -> {
            Map<String, String> rows = new HashMap<>();
            previewing.person(schedule, choice, now, person.enrolmentId()).orElseThrow().then()
                    .forEach(row -> rows.put(row.key() + " " + row.appointmentVersion(),
                            row.state() + " " + row.at() + " " + row.reason()));
            expected.put(person.enrolmentId(), rows);
        });
        return expected;
    }

    private Map<String, String> rows(UUID enrolment) {
        Map<String, String> rows = new HashMap<>();
        story.database().jdbc().sql("select * from due_step where enrolment_id = ?").param(enrolment).query(row -> {
            rows.put(row.getString("step_key") + " " + row.getInt("appointment_version"), row.getString("state") + " "
                    + row.getObject("due_at", OffsetDateTime.class).toInstant() + " " + row.getString("reason"));
        });
        return rows;
    }
}
