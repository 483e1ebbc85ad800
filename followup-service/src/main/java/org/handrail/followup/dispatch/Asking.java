package org.handrail.followup.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.handrail.contract.AppointmentStatus;
import org.handrail.contract.intake.AppointmentChanged;
import org.handrail.followup.enrolment.Visits;
import org.handrail.followup.schedule.Condition;
import org.jspecify.annotations.Nullable;

/** Whether a condition holds for a due step now. */
record Asking(DueNow due, Answers answers, ZoneId zone, Instant now) {

    boolean holds(Condition condition) {
        if (condition instanceof Condition.Not not) {
            return !holds(not.condition());
        }
        if (condition instanceof Condition.AnyOf any) {
            return any.conditions().stream().anyMatch(this::holds);
        }
        if (condition instanceof Condition.AllOf all) {
            return all.conditions().stream().allMatch(this::holds);
        }
        if (condition instanceof Condition.WaitOver wait) {
            return anchor().isAfter(now.plus(wait.longerThan()));
        }
        if (condition instanceof Condition.NoShowsAtLeast noShows) {
            return Visits.noShows(appointments(), due.origin().appointmentId()) >= noShows.count();
        }
        if (condition instanceof Condition.VisitBookedWithin visit) {
            return Visits.anyWithin(appointments(), anchor(), anchor().plus(visit.after()), zone);
        }
        if (condition instanceof Condition.ConsentAbsent consent) {
            return due.preferences().answer(consent.purpose(), now) != Preferences.Answer.IN_FORCE;
        }
        return simple(condition);
    }

    private boolean simple(Condition condition) {
        if (condition instanceof Condition.EmailBounced) {
            return "SUPPRESSED".equals(due.address().state());
        }
        if (condition instanceof Condition.Unbooked) {
            return !Visits.anyAhead(appointments(), now);
        }
        if (condition instanceof Condition.NotArrived) {
            return !anchor().isAfter(now) && stillBooked(due.origin().appointmentId());
        }
        if (condition instanceof Condition.ContactReached) {
            Instant reached = answers.reached().get(due.clientId());
            return reached != null && reached.isAfter(anchor());
        }
        return fixed(condition);
    }

    /** Within others; alone they were asked when the step was planned. */
    private boolean fixed(Condition condition) {
        if (condition instanceof Condition.BookedMoreThan booked) {
            return notice().compareTo(booked.ahead()) > 0;
        }
        if (condition instanceof Condition.BookedLessThan booked) {
            return notice().compareTo(booked.ahead()) < 0;
        }
        return condition instanceof Condition.LeftAgainstAdvice && due.origin().againstAdvice();
    }

    private Duration notice() {
        return appointments().stream().filter(each -> each.appointmentId().equals(due.origin().appointmentId()))
                .findFirst().map(each -> Duration.between(each.bookedAt(), anchor())).orElse(Duration.ZERO);
    }

    private boolean stillBooked(@Nullable UUID appointmentId) {
        return appointments().stream().filter(each -> each.appointmentId().equals(appointmentId))
                .allMatch(each -> each.status() == AppointmentStatus.BOOKED);
    }

    private List<AppointmentChanged> appointments() {
        return answers.appointments().getOrDefault(due.clientId(), List.of());
    }

    private Instant anchor() {
        return due.step().anchor();
    }
}
