package org.handrail.followup.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.handrail.followup.enrolment.ChangingVersions.Stays;
import org.handrail.followup.enrolment.ChangingVersions.Terms;
import org.handrail.followup.schedule.AnchorEvent;
import org.handrail.followup.schedule.Edit;
import org.handrail.followup.schedule.Schedule;
import org.junit.jupiter.api.Test;

/** Who is not past a step, when only those are to move. */
class StayingTest {

    static final Instant START = Instant.parse("2026-03-06T17:00:00Z");
    final Schedule schedule = new ShippedInMemory().find("detox-admission", 1).orElseThrow().schedule();
    final UUID id = UUID.randomUUID();

    Stays stays(StepState state, String... keys) {
        List<DueStep> steps = List.of(keys).stream().map(key -> new DueStep(id, key, 1, 1, false, false, START,
                LocalDateTime.of(2026, 3, 4, 9, 0), "America/New_York", "2026a", START.minus(Duration.ofDays(2)), null,
                state, state == StepState.PENDING ? null : "raised", null, null)).toList();
        Enrolment enrolment = Enrolment.stored(
                new Enrolment.Origin(id, UUID.randomUUID(), "detox-admission", 1, AnchorEvent.APPOINTMENT, id, null, "main",
                        false, false, START.minus(Duration.ofDays(9))),
                new Enrolment.Standing(START, START.minus(Duration.ofDays(9)), 1, null, false, null, null, null), null, steps);
        return ChangingVersions.stays(enrolment, Edit.between(schedule, schedule), null, new Terms("waiting-call", false));
    }

    @Test
    void aStepThatComesEveryDayIsAheadUntilItsLastDay() {
        assertThat(stays(StepState.PENDING, "waiting-call/2026-03-04", "waiting-call/2026-03-05")).isNull();
        assertThat(stays(StepState.DONE, "waiting-call/2026-03-04")).isEqualTo(Stays.PAST_THE_STEP);
        assertThat(stays(StepState.PENDING, "call-1-d")).isEqualTo(Stays.PAST_THE_STEP);
    }
}
