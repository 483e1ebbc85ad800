package org.handrail.followup.enrolment;

import java.util.Map;
import org.handrail.contract.intake.ClientAdmitted;
import org.handrail.contract.intake.ClientDischarged;
import org.handrail.followup.enrolment.Enrolling.Fact;
import org.handrail.followup.schedule.AnchorEvent;
import org.handrail.followup.schedule.StopEvent;

/** A client came in, or left. */
public final class FollowingStays {

    private FollowingStays() {
    }

    public static void follow(ClientCase client, ClientAdmitted admitted, Surroundings around) {
        client.note(admitted.admittedAt(), "client.admitted", admitted.admissionId(),
                Map.of("site", admitted.siteId()));
        client.stop(StopEvent.ADMITTED, admitted.admittedAt(), "admitted", null, around);
        Enrolling.enrol(client, Fact.of(AnchorEvent.ADMISSION, admitted.admissionId(), admitted.admittedAt(),
                admitted.siteId()), around);
    }

    public static void follow(ClientCase client, ClientDischarged discharged, Surroundings around) {
        client.note(discharged.dischargedAt(), "client.discharged", discharged.admissionId(),
                Map.of("site", discharged.siteId(),
                        "againstAdvice", Boolean.toString(discharged.againstAdvice())));
        Enrolling.enrol(client, new Fact(AnchorEvent.DISCHARGE, discharged.admissionId(), 0,
                discharged.dischargedAt(), discharged.dischargedAt(), null, discharged.siteId(), false,
                discharged.againstAdvice()), around);
    }
}
