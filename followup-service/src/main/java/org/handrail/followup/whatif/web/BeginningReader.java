package org.handrail.followup.whatif.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.handrail.contract.AppointmentKind;
import org.handrail.followup.schedule.Anchor;
import org.handrail.followup.schedule.AnchorEvent;
import org.handrail.followup.whatif.Beginning;
import org.jspecify.annotations.Nullable;

/** Reads the fact that a schedule counts from. */
final class BeginningReader {

    private static final Duration FORTNIGHT = Duration.ofDays(14);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration LONGEST_AHEAD = Duration.ofDays(731);

    private final Anchor anchor;
    private final ZoneId zone;

    BeginningReader(Anchor anchor, ZoneId zone) {
        this.anchor = anchor;
        this.zone = zone;
    }

    @Nullable Beginning read(Given given) {
        given.of("at", "knownAt", "kind", "startsAt", "bookedAt", "againstAdvice");
        int faultsBefore = given.faults().size();
        Instant at = required(given.field("at"));
        boolean againstAdvice = given.field("againstAdvice").flag();
        Beginning.Visit visit = at != null && anchor.event().isAboutAppointment() ? visit(given, at) : null;
        if (!anchor.event().isAboutAppointment()) {
            noneOf(given, "kind", "startsAt", "bookedAt");
        }
        if (anchor.event() != AnchorEvent.DISCHARGE) {
            noneOf(given, "againstAdvice");
        }
        Instant happened = anchor.event() == AnchorEvent.APPOINTMENT && visit != null ? visit.bookedAt() : at;
        Instant known = given.field("knownAt").moment(zone);
        if (known != null && happened != null
                && (known.isBefore(happened) || known.isAfter(happened.plus(LONGEST_AHEAD)))) {
            given.field("knownAt").fault("must be when it happened or within two years after");
        }
        return given.faults().size() > faultsBefore ? null : new Beginning(Objects.requireNonNull(at),
                known == null ? Objects.requireNonNull(happened) : known, visit, againstAdvice);
    }

    private @Nullable Instant required(Given given) {
        return given.isAbsent() ? given.fault("must be given") : given.moment(zone);
    }

    private void noneOf(Given given, String... fields) {
        for (String field : fields) {
            if (!given.field(field).isAbsent()) {
                given.field(field).fault("does not go with a schedule that counts from " + anchor.event());
            }
        }
    }

    private Beginning.@Nullable Visit visit(Given given, Instant at) {
        AppointmentKind kind = given.field("kind").oneOf(AppointmentKind.class);
        if (kind != null && !anchor.kinds().contains(kind)) {
            given.field("kind").fault("is not one that the schedule is for");
        }
        boolean start = anchor.event() == AnchorEvent.APPOINTMENT;
        Instant startsAt = given.field("startsAt").moment(zone);
        if (start && !given.field("startsAt").isAbsent()) {
            given.field("startsAt").fault("is what at says already");
        }
        Instant starts = start ? at : startsAt != null ? startsAt
                : anchor.event() == AnchorEvent.NO_SHOW ? at : at.plus(WEEK);
        Instant booked = start ? required(given.field("bookedAt")) : given.field("bookedAt").moment(zone);
        Instant bookedAt = booked != null ? booked : (starts.isBefore(at) ? starts : at).minus(FORTNIGHT);
        if (bookedAt.isAfter(at) || bookedAt.isAfter(starts)) {
            given.field("bookedAt").fault("must not be after the start");
        } else if (bookedAt.isBefore(starts.minus(LONGEST_AHEAD))) {
            given.field("bookedAt").fault("must be within two years of the start");
        }
        return new Beginning.Visit(
                kind == null ? anchor.kinds().stream().sorted().findFirst().orElseThrow() : kind, starts, bookedAt);
    }
}
