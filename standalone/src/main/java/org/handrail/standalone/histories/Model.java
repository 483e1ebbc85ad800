package org.handrail.standalone.histories;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.handrail.contract.AppointmentStatus;
import org.handrail.contract.Event;
import org.handrail.contract.Purpose;
import org.handrail.contract.consents.AddressStateChanged;
import org.handrail.contract.consents.PreferenceChanged;
import org.handrail.contract.contacts.ContactChanged;
import org.handrail.contract.intake.AppointmentChanged;
import org.handrail.contract.intake.AppointmentChanged.Change;
import org.handrail.contract.intake.CallEnded;
import org.handrail.contract.intake.ClientAdmitted;
import org.handrail.contract.intake.InquiryReceived;
import org.handrail.contract.intake.StopRequested;
import org.handrail.followup.queue.TaskOutcome;
import org.handrail.followup.schedule.Action;
import org.handrail.followup.schedule.AnchorEvent;
import org.handrail.followup.schedule.Condition;
import org.handrail.followup.schedule.LatePolicy;
import org.handrail.followup.schedule.Offset;
import org.handrail.followup.schedule.ScheduleVersion;
import org.handrail.followup.schedule.Step;
import org.handrail.followup.schedule.StopEvent;
import org.jspecify.annotations.Nullable;

/**
 * What must come of one client's history, said as plainly as possible: the newest of each fact counts, what is planned
 * is a list, and when its time has come somebody looks. Of the product it knows the records of schedules and facts,
 * nothing else; it works out times by itself.
 */
final class Model {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ZoneId siteZone;
    private final Map<String, ScheduleVersion> published = new TreeMap<>();
    private final Map<UUID, AppointmentChanged> appointments = new HashMap<>();
    private final Map<StopEvent, Instant> lastStops = new EnumMap<>(StopEvent.class);
    private final Map<Purpose, PreferenceChanged> preferences = new EnumMap<>(Purpose.class);
    private final Set<UUID> seen = new HashSet<>();
    private final List<FollowUp> followUps = new ArrayList<>();
    private final Set<LocalDate> mailDays = new HashSet<>();
    private @Nullable ContactChanged contact;
    private @Nullable AddressStateChanged address;
    private Instant now;

    Model(List<ScheduleVersion> schedules, ZoneId siteZone, Instant start) {
        schedules.forEach(each -> published.put(each.id(), each));
        this.siteZone = siteZone;
        this.now = start;
    }

    /** A step that lies ahead. */
    private record Ahead(FollowUp of, Step step, Instant at, @Nullable Instant deadline, boolean noWindow) {
    }

    private record Mailed(String step, String template, int version, Instant about, Instant at, boolean[] delivered) {
    }

    private record Gone(String why, Instant at) {
    }

    /** One schedule running because of one fact. */
    private final class FollowUp {
        ScheduleVersion schedule;
        final UUID subject;
        final boolean ofVisit;
        final Instant since = now;
        Instant anchor;
        Instant knownAt;
        int version;
        @Nullable Instant bookedAt;
        boolean moved;
        boolean over;
        boolean resumed;
        @Nullable UUID overBecauseOf;
        final Map<String, Ahead> ahead = new TreeMap<>();
        final Map<String, Gone> gone = new HashMap<>();
        final Set<String> done = new HashSet<>();
        final List<Mailed> mails = new ArrayList<>();

        FollowUp(ScheduleVersion schedule, UUID subject, Instant anchor, Instant knownAt) {
            this.schedule = schedule;
            this.subject = subject;
            this.anchor = anchor;
            this.knownAt = knownAt;
            this.ofVisit = schedule.schedule().anchor().event() == AnchorEvent.APPOINTMENT;
        }

        void end(@Nullable UUID because) {
            over = true;
            overBecauseOf = because;
            ahead.clear();
        }

        /** From now on about another time: what was ahead is worked out anew, what is past by now is left out. */
        void plan() {
            ahead.clear();
            gone.clear();
            Optional<Ahead> owed = owed();
            for (Step step : schedule.schedule().steps()) {
                Ahead next = when(step);
                String never = never(next, now, owed);
                if (never == null) {
                    ahead.put(step.key(), next);
                } else {
                    gone.put(step.key(), new Gone(never, next.at()));
                }
            }
        }

        @Nullable String never(Ahead next, Instant asOf, Optional<Ahead> owed) {
            if (!meant(next.step())) {
                return "not-meant";
            }
            if (afterStart(next)) {
                return "too-late";
            }
            boolean mail = next.step().isEmail();
            if (next.step().offset() instanceof Offset.AtOnce) {
                if (mail && toldThisTimeLast()) {
                    return "already-told";
                }
                return next.deadline() != null && !next.deadline().isAfter(asOf) ? "too-late" : null;
            }
            if (owed.isPresent() && owed.get().equals(next)) {
                return null;
            }
            return mail && wentInAnyForThisTime(next.step()) ? "already-told" : next.at().isBefore(asOf) ? "past" : null;
        }

        /** A late fact owes the last of the calls that should have been made by now. */
        Optional<Ahead> owed() {
            List<Ahead> calls = schedule.schedule().steps().stream().filter(step -> !step.isEmail() && meant(step))
                    .map(this::when).sorted(Comparator.comparing(Ahead::at)).toList();
            boolean atOnce = calls.stream().anyMatch(call -> call.step().offset() instanceof Offset.AtOnce);
            return ofVisit || atOnce ? Optional.empty() : calls.stream().filter(call -> call.at().isBefore(now))
                    .filter(call -> call.deadline() == null || call.deadline().isAfter(now))
                    .reduce((one, other) -> other);
        }

        boolean meant(Step step) {
            return step.conditions().stream().allMatch(condition -> {
                if (!(condition instanceof Condition.BookedMoreThan booked)) {
                    return true;
                }
                boolean news = moved && step.offset() instanceof Offset.AtOnce;
                return news || bookedAt != null && Duration.between(bookedAt, anchor).compareTo(booked.ahead()) > 0;
            });
        }

        boolean afterStart(Ahead next) {
            return ofVisit && next.step().isEmail() && !next.at().isBefore(anchor);
        }

        boolean toldThisTimeLast() {
            return mails.stream().filter(mail -> mail.version() > 0 && mail.delivered()[0])
                    .max(Comparator.comparing(Mailed::version).thenComparing(Mailed::at))
                    .filter(last -> last.about().equals(anchor)).isPresent();
        }

        boolean wentInAnyForThisTime(Step step) {
            return followUps.stream().filter(each -> each == this || ofVisit && each.ofVisit
                    && each.subject.equals(subject)).anyMatch(each -> each.wentFor(step, anchor));
        }

        boolean wentForThisTime(Step step) {
            return wentFor(step, anchor);
        }

        boolean wentFor(Step step, Instant time) {
            return mails.stream().anyMatch(mail -> mail.step().equals(step.key()) && mail.about().equals(time)
                    && mail.delivered()[0]);
        }

        Ahead when(Step step) {
            Instant wanted = wanted(step.offset());
            Instant at = wanted;
            boolean noWindow = false;
            if (step.action() instanceof Action.Email email && email.purpose() != Purpose.RECEIPTS
                    && !inWindow(wanted)) {
                Instant opening = at(date(wanted), 8).isAfter(wanted) ? at(date(wanted), 8)
                        : at(date(wanted).plusDays(1), 8);
                LocalDate last = at(date(wanted), 20).isAfter(wanted) ? date(wanted).minusDays(1) : date(wanted);
                Instant closing = at(last, 20).minus(Duration.ofMinutes(15));
                boolean later = !ofVisit || opening.isBefore(anchor);
                noWindow = !later && closing.isBefore(knownAt);
                at = later ? opening : noWindow ? wanted : closing;
            }
            return new Ahead(this, step, at, deadline(step, at), noWindow);
        }

        Instant wanted(Offset offset) {
            if (offset instanceof Offset.Local local) {
                return date(anchor).plusDays(local.days()).atTime(local.at()).atZone(zone()).toInstant();
            }
            return offset instanceof Offset.Elapsed elapsed ? anchor.plus(elapsed.by()) : knownAt;
        }

        @Nullable Instant deadline(Step step, Instant at) {
            Instant late = step.late() instanceof LatePolicy.SendWithin within ? at.plus(within.grace()) : null;
            boolean capped = ofVisit && at.isBefore(anchor) && (late == null || late.isAfter(anchor));
            return capped ? anchor : late;
        }

        /** The client is somewhere else: the same steps at other instants. */
        void retime() {
            for (Ahead before : List.copyOf(ahead.values())) {
                Ahead next = when(before.step());
                if (afterStart(next)) {
                    ahead.remove(before.step().key());
                    gone.put(before.step().key(), new Gone("too-late", next.at()));
                } else {
                    ahead.put(before.step().key(), next);
                }
            }
        }

        void goBy(ScheduleVersion edit) {
            ScheduleVersion before = schedule;
            schedule = edit;
            Stream.concat(before.schedule().steps().stream(), edit.schedule().steps().stream()).map(Step::key).distinct()
                    .filter(key -> !before.schedule().step(key).equals(edit.schedule().step(key)))
                    .forEach(key -> edit.schedule().step(key).ifPresentOrElse(
                            step -> change(before.schedule().step(key), step, before), () -> {
                                if (ahead.remove(key) != null) {
                                    gone.put(key, new Gone("removed", now));
                                }
                            }));
        }

        void change(Optional<Step> before, Step step, ScheduleVersion from) {
            Ahead next = when(step);
            Ahead waiting = ahead.remove(step.key());
            boolean inGrace = next.deadline() != null && next.deadline().isAfter(now);
            if (waiting != null) {
                boolean sameTime = before.filter(old -> old.offset().equals(step.offset())
                        && keepsWindow(old) == keepsWindow(step)).isPresent();
                if (!meant(step)) {
                    gone.put(step.key(), new Gone("not-meant", next.at()));
                } else if (sameTime) {
                    ahead.put(step.key(), new Ahead(this, step, waiting.at(), next.deadline(), next.noWindow()));
                } else if (afterStart(next) || next.at().isBefore(now) && !inGrace && next.deadline() != null) {
                    gone.put(step.key(), new Gone("past", next.at()));
                } else {
                    ahead.put(step.key(), next);
                }
                return;
            }
            Gone never = gone.get(step.key());
            boolean open = never == null ? !done.contains(version + "/" + step.key())
                    : never.why().equals("past") || never.why().equals("removed")
                            || never.why().equals("not-meant") && never.at().isAfter(now);
            boolean late = next.at().isBefore(now) && !(step.late() instanceof LatePolicy.SendWithin && inGrace);
            String why = !meant(step) ? "not-meant" : afterStart(next) || late ? "past"
                    : step.isEmail() && (wentForThisTime(step) || wentUnderAnotherKey(step, from)) ? "already-told" : null;
            if (open && why == null) {
                gone.remove(step.key());
                ahead.put(step.key(), next);
            } else if (open && (never == null || why.equals("already-told"))) {
                gone.put(step.key(), new Gone(why, next.at()));
            }
        }

        boolean wentUnderAnotherKey(Step step, ScheduleVersion from) {
            return mails.stream().filter(mail -> mail.about().equals(anchor))
                    .filter(mail -> from.schedule().step(mail.step()).isPresent()
                            && schedule.schedule().step(mail.step()).isEmpty())
                    .anyMatch(mail -> mail.template().equals(((Action.Email) step.action()).template()));
        }
    }

    private static boolean keepsWindow(Step step) {
        return step.action() instanceof Action.Email email && email.keepsWindow();
    }

    private ZoneId zone() {
        return contact == null || contact.zone() == null ? siteZone : ZoneId.of(contact.zone());
    }

    private LocalDate date(Instant at) {
        return at.atZone(zone()).toLocalDate();
    }

    private Instant at(LocalDate date, int hour) {
        return date.atTime(hour, 0).atZone(zone()).toInstant();
    }

    private boolean inWindow(Instant at) {
        int hour = at.atZone(zone()).getHour();
        return hour >= 8 && hour < 20;
    }

    void jumpTo(Instant instant) {
        now = instant;
    }

    List<FollowUp> running() {
        return followUps.stream().filter(each -> !each.over).toList();
    }

    /** What runs, as {@code schedule of subject}. */
    List<String> runs() {
        return running().stream().map(each -> each.schedule.id() + " of " + each.subject + " by version "
                + each.schedule.version()).sorted().toList();
    }

    void told(Event fact) {
        if (fact instanceof AppointmentChanged appointment) {
            appointment(appointment);
        } else if (fact instanceof InquiryReceived inquiry) {
            begin(AnchorEvent.INQUIRY, inquiry.inquiryId(), inquiry.receivedAt(), null);
        } else if (fact instanceof CallEnded call) {
            if (call.answered()) {
                stop(StopEvent.CALL_ANSWERED, call.endedAt());
            } else {
                begin(AnchorEvent.MISSED_CALL, call.callId(), call.endedAt(), null);
            }
        } else if (fact instanceof ClientAdmitted admitted) {
            stop(StopEvent.ADMITTED, admitted.admittedAt());
        } else if (fact instanceof StopRequested said) {
            said.purposes().forEach(purpose -> withdraw(purpose, said));
            stop(StopEvent.STOP_SAID, said.occurredAt());
        } else if (fact instanceof PreferenceChanged preference) {
            preferences.merge(preference.purpose(), preference, (old, other) ->
                    other.version() > old.version() && !beforeTheStop(old, other) ? other : old);
        } else if (fact instanceof AddressStateChanged state) {
            address = state;
        } else if (fact instanceof ContactChanged changed && (contact == null || changed.version() > contact.version())) {
            String zoneBefore = contact == null ? null : contact.zone();
            contact = changed;
            if (!Objects.equals(zoneBefore, changed.zone())) {
                running().forEach(FollowUp::retime);
            }
        }
    }

    /** What was so before a stop is so no longer, however late the news of it comes. */
    private static boolean beforeTheStop(PreferenceChanged known, PreferenceChanged told) {
        return known.state() == PreferenceChanged.State.WITHDRAWN && !told.since().isAfter(known.since());
    }

    private void withdraw(Purpose purpose, StopRequested said) {
        PreferenceChanged known = preferences.get(purpose);
        if (known == null || !known.since().isAfter(said.occurredAt())) {
            preferences.put(purpose, new PreferenceChanged(said.clientId(), known == null ? 0 : known.version(), purpose,
                    PreferenceChanged.State.WITHDRAWN, said.how(), said.occurredAt(), null));
        }
    }

    private void stop(StopEvent stop, Instant at) {
        lastStops.merge(stop, at, (one, other) -> one.isAfter(other) ? one : other);
        end(stop, at, null);
    }

    private void end(StopEvent stop, Instant at, @Nullable UUID because) {
        running().stream().filter(each -> each.schedule.schedule().stops().contains(stop))
                .filter(each -> !each.knownAt.isAfter(at)).forEach(each -> each.end(because));
    }

    private void appointment(AppointmentChanged told) {
        AppointmentChanged before = appointments.get(told.appointmentId());
        if (before != null && before.version() >= told.version()) {
            return;
        }
        appointments.put(told.appointmentId(), told);
        switch (told.status()) {
            case BOOKED -> booked(before, told);
            case ARRIVED -> endOf(told);
            case NO_SHOW -> {
                endOf(told);
                begin(AnchorEvent.NO_SHOW, told.appointmentId(), told.occurredAt(), null);
            }
            case CANCELLED -> {
                endOf(told);
                begin(AnchorEvent.CANCELLATION, told.appointmentId(), told.occurredAt(), null);
            }
            case ENTERED_IN_ERROR -> {
                endOf(told);
                followUps.stream().filter(each -> told.appointmentId().equals(each.overBecauseOf)).toList()
                        .forEach(this::resume);
            }
        }
    }

    private void endOf(AppointmentChanged told) {
        running().stream().filter(each -> each.subject.equals(told.appointmentId())).forEach(each -> each.end(null));
    }

    private void booked(@Nullable AppointmentChanged before, AppointmentChanged told) {
        running().stream().filter(each -> each.subject.equals(told.appointmentId()) && !each.ofVisit)
                .forEach(each -> each.end(null));
        boolean news = before == null || before.status() != AppointmentStatus.BOOKED || told.change() == Change.REBOOKED;
        if (news && told.startsAt().isAfter(told.occurredAt())) {
            end(StopEvent.BOOKED, told.change() == Change.MOVED ? told.bookedAt() : told.occurredAt(),
                    told.appointmentId());
        }
        Optional<FollowUp> reminding = running().stream()
                .filter(each -> each.ofVisit && each.subject.equals(told.appointmentId())).findFirst();
        if (reminding.isPresent()) {
            FollowUp visit = reminding.get();
            visit.moved |= !visit.anchor.equals(told.startsAt());
            about(visit, told);
            visit.plan();
        } else if (told.startsAt().isAfter(now)) {
            ScheduleVersion schedule = published.get("visit");
            FollowUp visit = new FollowUp(schedule, told.appointmentId(), told.startsAt(), told.occurredAt());
            about(visit, told);
            followUps.add(visit);
            visit.plan();
        }
    }

    private static void about(FollowUp visit, AppointmentChanged told) {
        visit.anchor = told.startsAt();
        visit.knownAt = told.occurredAt();
        visit.version = told.version();
        visit.bookedAt = told.bookedAt();
    }

    private void begin(AnchorEvent event, UUID subject, Instant at, @Nullable FollowUp again) {
        boolean once = event == AnchorEvent.INQUIRY || event == AnchorEvent.MISSED_CALL;
        if (again == null && once && !seen.add(subject)) {
            return;
        }
        ScheduleVersion schedule = again != null ? again.schedule : published.values().stream()
                .filter(each -> each.schedule().anchor().event() == event).findFirst().orElseThrow();
        FollowUp fresh = new FollowUp(schedule, subject, at, at);
        followUps.add(fresh);
        boolean told = schedule.schedule().stops().stream()
                .anyMatch(stop -> lastStops.containsKey(stop) && lastStops.get(stop).isAfter(at));
        Optional<AppointmentChanged> booked = schedule.schedule().stops().contains(StopEvent.BOOKED)
                ? visitBookedAfter(at) : Optional.empty();
        boolean stopped = told || booked.isPresent();
        boolean newer = running().stream().anyMatch(each -> each != fresh && each.schedule.id().equals(schedule.id())
                && each.knownAt.isAfter(at));
        if (!stopped) {
            running().stream().filter(each -> each != fresh && each.schedule.id().equals(schedule.id())
                    && !each.knownAt.isAfter(at)).forEach(each -> each.end(null));
        }
        if (stopped || newer) {
            fresh.end(stopped && !told ? booked.map(AppointmentChanged::appointmentId).orElse(null) : null);
        } else {
            fresh.plan();
        }
    }

    /** Taken for booked by mistake: everything goes on but mail that went. */
    private void resume(FollowUp ended) {
        if (ended.resumed) {
            return;
        }
        ended.resumed = true;
        begin(ended.schedule.schedule().anchor().event(), ended.subject, ended.knownAt, ended);
        FollowUp fresh = followUps.get(followUps.size() - 1);
        Stream.concat(ended.done.stream().map(key -> key.substring(key.indexOf('/') + 1)),
                ended.gone.entrySet().stream().filter(each -> each.getValue().why().equals("already-told"))
                        .map(Map.Entry::getKey)).forEach(key -> {
            if (fresh.ahead.containsKey(key) && fresh.ahead.get(key).step().isEmail()) {
                fresh.gone.put(key, new Gone("already-told", fresh.ahead.remove(key).at()));
            }
        });
    }

    private Optional<AppointmentChanged> visitBookedAfter(Instant at) {
        return appointments.values().stream()
                .filter(each -> each.status() == AppointmentStatus.BOOKED || each.status() == AppointmentStatus.ARRIVED)
                .filter(each -> each.bookedAt().isAfter(at)
                        || each.change() == Change.REBOOKED && each.occurredAt().isAfter(at))
                .min(Comparator.comparing(AppointmentChanged::bookedAt));
    }

    void completed(TaskOutcome outcome) {
        switch (outcome) {
            case REACHED, STOP_SAID -> stop(StopEvent.REACHED, now);
            case BOOKED -> {
                stop(StopEvent.REACHED, now);
                stop(StopEvent.BOOKED, now);
            }
            case WRONG_PERSON -> running().forEach(each -> each.end(null));
            default -> { }
        }
    }

    void publish(Act.Published edit) {
        published.put(edit.version().id(), edit.version());
        if (edit.move()) {
            running().stream().filter(each -> each.schedule.id().equals(edit.version().id()))
                    .filter(each -> edit.before() == null || each.ahead.containsKey(edit.before()))
                    .forEach(each -> each.goBy(edit.version()));
        }
    }

    void delivered(Outcome mail) {
        followUps.stream().filter(each -> each.subject.equals(mail.subject()))
                .flatMap(each -> each.mails.stream().filter(sent -> each.schedule.id().equals(mail.schedule())))
                .filter(sent -> sent.step().equals(mail.step()) && sent.version() == mail.version()
                        && sent.at().equals(mail.at()))
                .forEach(sent -> sent.delivered()[0] = true);
    }

    Optional<Instant> nextDue() {
        return running().stream().flatMap(each -> each.ahead.values().stream()).map(Ahead::at)
                .min(Comparator.naturalOrder());
    }

    /** Looks at everything whose time has come. */
    List<Outcome> release() {
        List<Ahead> due = running().stream().flatMap(each -> each.ahead.values().stream())
                .filter(each -> !each.at().isAfter(now)).toList();
        Optional<Instant> nextReminder = running().stream().filter(each -> each.ofVisit)
                .flatMap(each -> each.ahead.values().stream()).filter(each -> each.step().isEmail()).map(Ahead::at)
                .min(Comparator.naturalOrder());
        List<Outcome> outcomes = new ArrayList<>();
        List<Ahead> counted = new ArrayList<>();
        due.forEach(each -> look(each, counted, outcomes));
        counted.stream().sorted(Comparator.comparing((Ahead each) -> !each.of().ofVisit)
                .thenComparing(each -> each.of().anchor).thenComparing(Ahead::at)
                .thenComparing(each -> each.step().key())).forEach(each -> {
                    boolean yields = !each.of().ofVisit && nextReminder.filter(next -> !date(next).isAfter(date(now)))
                            .isPresent();
                    if (!yields && mailDays.add(date(now))) {
                        mail(each, outcomes);
                    } else {
                        putOff(each, at(date(now).plusDays(1), 8), outcomes);
                    }
                });
        return outcomes;
    }

    private void look(Ahead step, List<Ahead> counted, List<Outcome> outcomes) {
        boolean begun = step.of().ofVisit && !step.of().anchor.isAfter(now);
        if (step.deadline() != null && now.isAfter(step.deadline()) || !holds(step)
                || step.step().isEmail() && begun) {
            over(step);
        } else if (!(step.step().action() instanceof Action.Email email)) {
            task(step, outcomes);
        } else if (obstacle(step, email) != null) {
            boolean mayPass = "maybe-soon".equals(obstacle(step, email));
            if (mayPass && now.isBefore(step.of().since.plus(PATIENCE))) {
                later(step, now.plusSeconds(5));
            } else {
                instead(step, outcomes);
            }
        } else if (email.purpose() != Purpose.RECEIPTS && !inWindow(now)) {
            putOff(step, at(date(now), 8).isAfter(now) ? at(date(now), 8) : at(date(now).plusDays(1), 8), outcomes);
        } else if (email.purpose() == Purpose.RECEIPTS || step.step().offset() instanceof Offset.AtOnce) {
            mail(step, outcomes);
        } else {
            counted.add(step);
        }
    }

    private boolean holds(Ahead step) {
        return step.step().conditions().stream().allMatch(condition -> {
            if (condition instanceof Condition.NotArrived) {
                return !step.of().anchor.isAfter(now)
                        && appointments.get(step.of().subject).status() == AppointmentStatus.BOOKED;
            }
            return !(condition instanceof Condition.Unbooked) || appointments.values().stream()
                    .noneMatch(each -> each.status() == AppointmentStatus.BOOKED && each.startsAt().isAfter(now));
        });
    }

    private @Nullable String obstacle(Ahead step, Action.Email email) {
        if (step.noWindow()) {
            return "no-window";
        }
        PreferenceChanged preference = preferences.get(email.purpose());
        if (contact == null || preference == null) {
            return "maybe-soon";
        }
        boolean expired = preference.expiresAt() != null && !now.isBefore(preference.expiresAt());
        if (preference.state() != PreferenceChanged.State.IN_FORCE || expired) {
            return "no-consent";
        }
        if (address != null && address.state() == AddressStateChanged.State.SUPPRESSED) {
            return "suppressed";
        }
        return address != null && address.state() == AddressStateChanged.State.UNCONFIRMED
                && email.purpose() != Purpose.RECEIPTS ? "maybe-soon" : null;
    }

    private void putOff(Ahead step, Instant until, List<Outcome> outcomes) {
        if (step.deadline() == null || until.isBefore(step.deadline())) {
            later(step, until);
        } else {
            instead(step, outcomes);
        }
    }

    private void later(Ahead step, Instant until) {
        step.of().ahead.put(step.step().key(),
                new Ahead(step.of(), step.step(), until, step.deadline(), step.noWindow()));
    }

    private void instead(Ahead step, List<Outcome> outcomes) {
        if (((Action.Email) step.step().action()).withoutConsent().isPresent()) {
            task(step, outcomes);
        } else {
            over(step);
        }
    }

    private void over(Ahead step) {
        step.of().ahead.remove(step.step().key());
        step.of().gone.put(step.step().key(), new Gone("skipped", step.at()));
    }

    private void task(Ahead step, List<Outcome> outcomes) {
        done(step, Outcome.Kind.TASK, outcomes);
    }

    private void mail(Ahead step, List<Outcome> outcomes) {
        step.of().mails.add(new Mailed(step.step().key(), ((Action.Email) step.step().action()).template(),
                step.of().version, step.of().anchor, now, new boolean[1]));
        done(step, Outcome.Kind.MAIL, outcomes);
    }

    private void done(Ahead step, Outcome.Kind kind, List<Outcome> outcomes) {
        step.of().ahead.remove(step.step().key());
        step.of().done.add(step.of().version + "/" + step.step().key());
        outcomes.add(new Outcome(now, kind, step.of().schedule.id(), step.of().subject, step.of().version,
                step.step().key()));
    }
}
