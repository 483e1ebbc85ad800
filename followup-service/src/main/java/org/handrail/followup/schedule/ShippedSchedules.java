package org.handrail.followup.schedule;

import java.util.List;

/** The schedules that come with Handrail; files {@code /schedules/<id>.json} on the class path. */
public final class ShippedSchedules {

    public static final List<String> IDS = List.of("web-inquiry", "missed-call", "detox-admission",
            "detox-discharge", "therapy-appointment", "no-show", "cancelled");

    private ShippedSchedules() {
    }

    public static String resource(String id) {
        return "/schedules/" + id + ".json";
    }
}
