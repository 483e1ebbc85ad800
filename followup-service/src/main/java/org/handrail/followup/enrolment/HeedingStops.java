package org.handrail.followup.enrolment;

import java.util.Map;
import java.util.stream.Collectors;
import org.handrail.contract.Purpose;
import org.handrail.contract.intake.StopRequested;
import org.handrail.followup.schedule.StopEvent;

/**
 * A client said stop. Schedules that name it end; in the others emails fall silent by the preference, and the work of
 * staff goes on: whoever asked for help and wants no email still waits for a call.
 */
public final class HeedingStops {

    private HeedingStops() {
    }

    public static void heed(ClientCase client, StopRequested stop, Surroundings around) {
        client.note(stop.occurredAt(), "stop.requested", stop.stopId(), Map.of(
                "purposes", stop.purposes().stream().map(Purpose::name).sorted().collect(Collectors.joining(",")),
                "how", stop.how().name()));
        client.stop(StopEvent.STOP_SAID, stop.occurredAt(), "stop-said", null, around);
    }
}
