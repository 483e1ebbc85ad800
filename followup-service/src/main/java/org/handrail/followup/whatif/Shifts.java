package org.handrail.followup.whatif;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import org.handrail.followup.enrolment.DueStep;
import org.handrail.followup.schedule.Offset;
import org.handrail.followup.schedule.Step;
import org.handrail.followup.time.WallClock;
import org.jspecify.annotations.Nullable;

/** Tells by comparison what moved a planned step. */
final class Shifts {

    private Shifts() {
    }

    static List<Shift> of(DueStep planned, Step step) {
        ZoneId zone = ZoneId.of(planned.zone());
        List<Shift> shifts = new ArrayList<>();
        ZoneOffsetTransition transition = zone.getRules().getTransition(planned.wall());
        if (transition != null && transition.isGap()) {
            shifts.add(Shift.DST_GAP);
        } else if (transition != null && isWallTime(step.offset())) {
            shifts.add(Shift.DST_OVERLAP);
        }
        if (!planned.at().equals(declared(planned, step.offset(), zone))) {
            shifts.add(planned.email() ? Shift.SEND_WINDOW : Shift.STAFFED_HOURS);
        }
        return shifts;
    }

    private static boolean isWallTime(Offset offset) {
        return offset instanceof Offset.Local || offset instanceof Offset.Daily
                || offset instanceof Offset.AnotherTimeOfDay;
    }

    /** The instant before windows and hours moved it. */
    private static @Nullable Instant declared(DueStep planned, Offset offset, ZoneId zone) {
        if (offset instanceof Offset.Elapsed elapsed) {
            return planned.anchor().plus(elapsed.by());
        }
        boolean unmoved = WallClock.at(planned.at(), zone).equals(planned.wall());
        return unmoved ? planned.at() : WallClock.instantOf(planned.wall(), zone);
    }
}
