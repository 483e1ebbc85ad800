package org.handrail.followup.whatif;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.handrail.contract.AppointmentKind;
import org.handrail.contract.AppointmentStatus;
import org.handrail.contract.ContactMeans;
import org.handrail.contract.Event;
import org.handrail.contract.intake.AppointmentChanged;
import org.handrail.contract.intake.AppointmentChanged.Change;
import org.handrail.contract.intake.CallEnded;
import org.handrail.contract.intake.ClientAdmitted;
import org.handrail.contract.intake.ClientDischarged;
import org.handrail.contract.intake.InquiryReceived;
import org.handrail.contract.intake.InquiryReceived.Relationship;
import org.handrail.followup.schedule.AnchorEvent;
import org.handrail.followup.time.WallClock;
import org.handrail.followup.whatif.Happening.Appointment.Turn;
import org.handrail.platform.site.Site;
import org.jspecify.annotations.Nullable;

/** The story as the facts that intake would tell, and when. */
final class Script {

    static final UUID CLIENT = id("client");

    /** A fact, or what the imaginary notifier is to do. */
    record Cue(Instant at, Happening.@Nullable Told happening, List<Event> facts) {
    }

    private final Question question;
    private final Site site;
    private final Map<String, AppointmentChanged> appointments = new HashMap<>();
    private final List<Cue> cues = new ArrayList<>();

    Script(Question question, Site site) {
        this.question = question;
        this.site = site;
        begin();
        question.happenings().stream().filter(Happening.Told.class::isInstance).map(Happening.Told.class::cast)
                .sorted(Comparator.comparing(Happening.Told::at))
                .forEach(told -> cues.add(new Cue(told.knownAt(), told, facts(told))));
        cues.sort(Comparator.comparing(Cue::at));
    }

    /** In the order in which they become known. */
    List<Cue> cues() {
        return List.copyOf(cues);
    }

    Instant start() {
        return cues.get(0).at();
    }

    /** Consents that the person gives only after the story has begun. */
    List<Happening.ConsentGiven> laterConsents() {
        return question.person().consents().stream()
                .filter(each -> each.from() != null && each.from().isAfter(start()))
                .map(each -> new Happening.ConsentGiven(Objects.requireNonNull(each.from()), each.from(),
                        each.purpose(), each.until()))
                .toList();
    }

    /** Appointments of long before that the person did not come to. */
    List<AppointmentChanged> noShows() {
        return Stream.iterate(1, n -> n + 1).limit(question.person().noShows())
                .map(n -> {
                    Instant then = start().minus(Duration.ofDays(365L + 7 * n));
                    return appointment(null, id("no-show/" + n), Change.NO_SHOW, AppointmentStatus.NO_SHOW,
                            new Beginning.Visit(AppointmentKind.THERAPY, then,
                                    then.minus(Duration.ofDays(7))), then);
                }).toList();
    }

    private void begin() {
        Beginning beginning = question.beginning();
        Event fact = beginning(beginning, question.schedule().schedule().anchor().event());
        cues.add(new Cue(beginning.knownAt(), null, List.of(fact)));
    }

    private Event beginning(Beginning beginning, AnchorEvent event) {
        return switch (event) {
            case INQUIRY -> inquiry("inquiry", beginning.at());
            case MISSED_CALL -> call("call", beginning.at(), false);
            case ANSWERED_CALL -> call("call", beginning.at(), true);
            case ADMISSION -> new ClientAdmitted(CLIENT, id("admission"), beginning.at(), site.id());
            case DISCHARGE -> new ClientDischarged(CLIENT, id("admission"), beginning.at(),
                    beginning.againstAdvice(), site.id());
            case APPOINTMENT -> first(beginning, Change.BOOKED, AppointmentStatus.BOOKED);
            case NO_SHOW -> first(beginning, Change.NO_SHOW, AppointmentStatus.NO_SHOW);
            case CANCELLATION -> first(beginning, Change.CANCELLED, AppointmentStatus.CANCELLED);
        };
    }

    private AppointmentChanged first(Beginning beginning, Change change, AppointmentStatus status) {
        Beginning.Visit visit = Objects.requireNonNull(beginning.appointment());
        Instant happened = change == Change.BOOKED ? visit.bookedAt() : beginning.at();
        return next(Happening.FIRST, change, status, visit, happened);
    }

    private List<Event> facts(Happening.Told told) {
        if (told instanceof Happening.Appointment turn) {
            return List.of(turn(turn));
        }
        if (told instanceof Happening.Call call) {
            return List.of(call("call/" + call.at(), call.at(), call.answered()));
        }
        if (told instanceof Happening.Inquiry inquiry) {
            return List.of(inquiry("inquiry/" + inquiry.at(), inquiry.at()));
        }
        if (told instanceof Happening.Admitted admitted) {
            return List.of(new ClientAdmitted(CLIENT, id("admission/" + admitted.at()), admitted.at(), site.id()));
        }
        return told instanceof Happening.Discharged left
                ? List.of(new ClientDischarged(CLIENT, id("admission/" + left.at()), left.at(), left.againstAdvice(),
                        site.id()))
                : List.of();
    }

    private AppointmentChanged turn(Happening.Appointment turn) {
        AppointmentChanged before = appointments.get(turn.appointment());
        Beginning.Visit visit = before == null
                ? new Beginning.Visit(Objects.requireNonNull(turn.kind()), Objects.requireNonNull(turn.startsAt()),
                        turn.at())
                : new Beginning.Visit(before.kind(), turn.startsAt() == null ? before.startsAt() : turn.startsAt(),
                        before.bookedAt());
        return next(turn.appointment(), Change.valueOf(turn.turn().name()), status(turn.turn()), visit, turn.at());
    }

    private static AppointmentStatus status(Turn turn) {
        return switch (turn) {
            case BOOKED, MOVED, REBOOKED -> AppointmentStatus.BOOKED;
            case CANCELLED -> AppointmentStatus.CANCELLED;
            case ENTERED_IN_ERROR -> AppointmentStatus.ENTERED_IN_ERROR;
            case ARRIVED -> AppointmentStatus.ARRIVED;
            case NO_SHOW -> AppointmentStatus.NO_SHOW;
        };
    }

    /** Versions count in the order in which things happen, whatever the order in which they become known. */
    private AppointmentChanged next(
            String name, Change change, AppointmentStatus status, Beginning.Visit visit, Instant happened) {
        AppointmentChanged now = appointment(appointments.get(name), id("appointment/" + name), change, status, visit,
                happened);
        appointments.put(name, now);
        return now;
    }

    private AppointmentChanged appointment(
            @Nullable AppointmentChanged before, UUID id, Change change,
            AppointmentStatus status, Beginning.Visit visit, Instant happened) {
        return new AppointmentChanged(CLIENT, id, before == null ? 1 : before.version() + 1, change, status,
                visit.kind(), WallClock.at(visit.startsAt(), site.zone()), site.zone().getId(), visit.startsAt(),
                site.id(), visit.bookedAt(), happened, null);
    }

    private InquiryReceived inquiry(String name, Instant at) {
        return new InquiryReceived(CLIENT, id(name), at,
                question.person().onBehalf() ? Relationship.RELATIVE : Relationship.SELF, ContactMeans.PHONE, false,
                site.id(), List.of());
    }

    private CallEnded call(String name, Instant at, boolean answered) {
        return new CallEnded(CLIENT, id(name), at, answered, true, answered ? "completed" : "no-answer", site.id());
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(("what-if/" + name).getBytes(StandardCharsets.UTF_8));
    }
}
