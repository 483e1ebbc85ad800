package org.handrail.followup.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.contract.AppointmentKind.THERAPY;
import static org.handrail.followup.enrolment.camel.Facts.at;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handrail.contract.reminders.ReminderDue;
import org.handrail.followup.enrolment.Enrolment;
import org.handrail.followup.enrolment.ShippedInMemory;
import org.handrail.followup.enrolment.camel.Facts;
import org.handrail.followup.enrolment.camel.Facts.Visit;
import org.handrail.platform.site.Site;
import org.handrail.platform.site.Sites;
import org.junit.jupiter.api.Test;

/** Whoever was taken for booked by mistake is followed up again, and not twice. */
class MistakenBookingsTest {

    private static final Sites SITES = new Sites(List.of(
            new Site("main", Facts.SITE, "Front Desk", "+1 212 555 0100", Map.of(), Set.of())), "main");

    private final Rehearsal follow =
            new Rehearsal(at("2026-03-02T10:00"), new ShippedInMemory(), SITES, (due, decision, when) -> { });
    private final Facts someone = Facts.ofSomebody();

    @Test
    void goesOnAfterTwoMistakes() {
        follow.told(someone.inquiry(follow.now()));

        for (int mistake = 0; mistake < 3; mistake++) {
            Visit visit = booked();
            assertThat(inquiries()).isZero();
            mistaken(visit);
            assertThat(inquiries()).isOne();
        }
    }

    @Test
    void goesOnOnlyWhenTheLastOfTwoBookingsWasAMistake() {
        follow.told(someone.inquiry(follow.now()));
        Visit one = booked();
        Visit other = booked();

        mistaken(one);
        assertThat(inquiries()).isZero();
        mistaken(other);
        assertThat(inquiries()).isOne();
    }

    @Test
    void mailsNothingAgainThatWentBeforeAnEarlierMistake() {
        follow.told(someone.consented());
        follow.told(someone.inquiry(follow.now()));
        follow.release();
        mistaken(booked());
        mistaken(booked());
        follow.release();

        assertThat(follow.left().stream().filter(ReminderDue.class::isInstance)).hasSize(1);
    }

    @Test
    void theSameMistakeToldAgainLaterBringsNothingBackTwice() {
        follow.told(someone.inquiry(follow.now()));
        Visit visit = booked();
        mistaken(visit);
        Visit again = visit.enteredInError(follow.now()).rebooked("2026-03-21T10:00", follow.now());
        follow.told(again.enteredInError(follow.now().plusSeconds(1)).now());

        assertThat(inquiries()).isOne();
        assertThat(follow.enrolments()).filteredOn(each -> each.origin().scheduleId().equals("web-inquiry")).hasSize(2);
    }

    private Visit booked() {
        follow.jumpTo(follow.now().plus(Duration.ofMinutes(5)));
        Visit visit = someone.books(THERAPY, "2026-03-20T10:00", follow.now());
        follow.told(visit.now());
        return visit;
    }

    private void mistaken(Visit visit) {
        follow.told(visit.enteredInError(follow.now()).now());
    }

    private long inquiries() {
        return follow.enrolments().stream().filter(Enrolment::isActive)
                .filter(each -> each.origin().scheduleId().equals("web-inquiry")).count();
    }
}
