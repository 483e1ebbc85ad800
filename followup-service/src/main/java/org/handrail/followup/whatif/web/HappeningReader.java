package org.handrail.followup.whatif.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.handrail.contract.AppointmentKind;
import org.handrail.contract.Purpose;
import org.handrail.followup.queue.TaskOutcome;
import org.handrail.followup.schedule.ScheduleVersion;
import org.handrail.followup.whatif.Beginning;
import org.handrail.followup.whatif.Happening;
import org.handrail.followup.whatif.Happening.Appointment.Turn;
import org.handrail.followup.whatif.Question;
import org.jspecify.annotations.Nullable;

/** Reads what happens in the story. */
final class HappeningReader {

    private static final Duration TWO_YEARS = Duration.ofDays(731);

    /** What can happen. */
    enum Type {
        BOOKED, MOVED, CANCELLED, REBOOKED, ENTERED_IN_ERROR, ARRIVED, NO_SHOW,
        INQUIRY, CALL_MISSED, CALL_ANSWERED, STOP_SAID, ADMITTED, DISCHARGED, CONSENT_GIVEN, CONSENT_WITHDRAWN,
        ADDRESS_CONFIRMED, MAIL_BOUNCED, ZONE_CHANGED, TASK_DONE, OUTAGE
    }

    private final ScheduleVersion schedule;
    private final List<ScheduleVersion> others;
    private final Beginning beginning;
    private final ZoneId zone;
    private final Map<String, Instant> booked = new HashMap<>();

    HappeningReader(ScheduleVersion schedule, List<ScheduleVersion> others, Beginning beginning, ZoneId zone) {
        this.schedule = schedule;
        this.others = others;
        this.beginning = beginning;
        this.zone = zone;
        if (beginning.appointment() != null) {
            boolean start = beginning.appointment().startsAt().equals(beginning.at());
            booked.put(Happening.FIRST, start ? beginning.appointment().bookedAt() : beginning.at());
        }
    }

    List<Happening> read(Given given) {
        return given.list(Question.MOST_HAPPENINGS, this::happening);
    }

    private @Nullable Happening happening(Given given) {
        Type type = required(given.field("type"), given.field("type").oneOf(Type.class));
        if (type == null) {
            return null;
        }
        return switch (type) {
            case TASK_DONE -> taskDone(given.of("type", "step", "outcome", "after"));
            case OUTAGE -> outage(given.of("type", "from", "until"));
            default -> told(type, given);
        };
    }

    private @Nullable Happening told(Type type, Given given) {
        given.of(Stream.concat(Stream.of("type", "at", "knownAt"), more(type).stream()).toArray(String[]::new));
        Instant at = required(given.field("at"), near(given.field("at")));
        Instant known = near(given.field("knownAt"));
        if (at == null) {
            return null;
        }
        if (known != null && known.isBefore(at)) {
            given.field("knownAt").fault("must not be before it happens");
        }
        return told(type, given, at, known == null ? at : known);
    }

    private static List<String> more(Type type) {
        return switch (type) {
            case BOOKED -> List.of("appointment", "kind", "startsAt");
            case MOVED, REBOOKED -> List.of("appointment", "startsAt");
            case CANCELLED, ENTERED_IN_ERROR, ARRIVED, NO_SHOW -> List.of("appointment");
            case STOP_SAID -> List.of("purposes");
            case DISCHARGED -> List.of("againstAdvice");
            case CONSENT_GIVEN -> List.of("purpose", "until");
            case CONSENT_WITHDRAWN -> List.of("purpose");
            case ZONE_CHANGED -> List.of("zone");
            default -> List.of();
        };
    }

    private @Nullable Happening told(Type type, Given given, Instant at, Instant known) {
        return switch (type) {
            case BOOKED -> booked(given, at, known);
            case MOVED, CANCELLED, REBOOKED, ENTERED_IN_ERROR, ARRIVED, NO_SHOW -> turn(type, given, at, known);
            case INQUIRY -> new Happening.Inquiry(at, known);
            case CALL_MISSED -> new Happening.Call(at, known, false);
            case CALL_ANSWERED -> new Happening.Call(at, known, true);
            case STOP_SAID -> new Happening.StopSaid(at, known, purposes(given.field("purposes")));
            case ADMITTED -> new Happening.Admitted(at, known);
            case DISCHARGED -> new Happening.Discharged(at, known, given.field("againstAdvice").flag());
            case CONSENT_GIVEN, CONSENT_WITHDRAWN -> consent(type, given, at, known);
            case ADDRESS_CONFIRMED -> new Happening.AddressConfirmed(at, known);
            case MAIL_BOUNCED -> new Happening.Bounced(at, known);
            case ZONE_CHANGED -> new Happening.ZoneChanged(at, known, given.field("zone").text());
            case TASK_DONE, OUTAGE -> throw new IllegalArgumentException(type + " has no one time");
        };
    }

    private @Nullable Happening booked(Given given, Instant at, Instant known) {
        String name = required(given.field("appointment"), given.field("appointment").text());
        AppointmentKind kind = required(given.field("kind"), given.field("kind").oneOf(AppointmentKind.class));
        Instant startsAt = required(given.field("startsAt"), near(given.field("startsAt")));
        if (name != null && booked.putIfAbsent(name, at) != null) {
            given.field("appointment").fault("is the name of another one already");
        }
        return name == null || kind == null || startsAt == null ? null
                : new Happening.Appointment(at, known, Turn.BOOKED, name, startsAt, kind);
    }

    private @Nullable Happening turn(Type type, Given given, Instant at, Instant known) {
        String name = given.field("appointment").text();
        String of = name == null ? Happening.FIRST : name;
        Instant since = booked.get(of);
        Instant startsAt = near(given.field("startsAt"));
        if (type == Type.MOVED) {
            required(given.field("startsAt"), startsAt);
        }
        if (since == null) {
            return given.field("appointment").fault(name == null
                    ? "must be given: the story begins with none" : "is not booked above");
        }
        if (at.isBefore(since)) {
            given.field("at").fault("is before there was the appointment");
        }
        return new Happening.Appointment(at, known, Turn.valueOf(type.name()), of, startsAt, null);
    }

    private @Nullable Happening consent(Type type, Given given, Instant at, Instant known) {
        Purpose purpose = required(given.field("purpose"), given.field("purpose").oneOf(Purpose.class));
        if (purpose == null) {
            return null;
        }
        return type == Type.CONSENT_GIVEN
                ? new Happening.ConsentGiven(at, known, purpose, given.field("until").moment(zone))
                : new Happening.ConsentWithdrawn(at, known, purpose);
    }

    private static Set<Purpose> purposes(Given given) {
        List<Purpose> named = given.list(Purpose.values().length, each -> each.oneOf(Purpose.class));
        return named.isEmpty() ? EnumSet.allOf(Purpose.class) : EnumSet.copyOf(named);
    }

    private @Nullable Happening taskDone(Given given) {
        String step = required(given.field("step"), given.field("step").text());
        TaskOutcome outcome = required(given.field("outcome"), given.field("outcome").oneOf(TaskOutcome.class));
        Duration after = required(given.field("after"), given.field("after").duration(TWO_YEARS));
        if (step == null || outcome == null || after == null) {
            return null;
        }
        boolean known = Stream.concat(Stream.of(schedule), others.stream())
                .anyMatch(each -> each.schedule().step(step).isPresent());
        return known ? new Happening.TaskDone(step, outcome, after) : given.field("step").fault("is not a step");
    }

    private @Nullable Happening outage(Given given) {
        Instant from = required(given.field("from"), near(given.field("from")));
        Instant until = required(given.field("until"), near(given.field("until")));
        if (from == null || until == null) {
            return null;
        }
        return from.isBefore(until) ? new Happening.Outage(from, until)
                : given.field("until").fault("must be after from");
    }

    /** No story is longer. */
    private @Nullable Instant near(Given given) {
        Instant at = given.moment(zone);
        boolean far = at != null && Duration.between(beginning.at(), at).abs().compareTo(TWO_YEARS) > 0;
        return far ? given.fault("must lie within two years of the anchor") : at;
    }

    private static <T> @Nullable T required(Given given, @Nullable T value) {
        return given.isAbsent() ? given.fault("must be given") : value;
    }
}
