package org.handrail.followup.enrolment;

import java.util.Map;
import org.handrail.contract.intake.CallEnded;
import org.handrail.followup.enrolment.Enrolling.Fact;
import org.handrail.followup.schedule.AnchorEvent;
import org.handrail.followup.schedule.StopEvent;

/** A call ended, answered or not. */
public final class FollowingCalls {

    private FollowingCalls() {
    }

    public static void follow(ClientCase client, CallEnded call, Surroundings around) {
        client.note(call.endedAt(), code(call), call.callId(),
                Map.of("status", call.statusCode(), "site", call.siteId()));
        if (call.answered()) {
            client.closeCallBacks("call-answered");
            client.stop(StopEvent.CALL_ANSWERED, call.endedAt(), "call-answered", null, around);
            enrol(AnchorEvent.ANSWERED_CALL, client, call, around);
        } else if (call.dialable()) {
            enrol(AnchorEvent.MISSED_CALL, client, call, around);
        }
    }

    private static String code(CallEnded call) {
        if (call.answered()) {
            return "call.answered";
        }
        return call.dialable() ? "call.missed" : "call.missed-withheld";
    }

    private static void enrol(AnchorEvent event, ClientCase client, CallEnded call, Surroundings around) {
        Enrolling.enrol(client, Fact.of(event, call.callId(), call.endedAt(), call.siteId()), around);
    }
}
