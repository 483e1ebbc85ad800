package org.handrail.followup.whatif;

import java.util.List;
import org.handrail.followup.schedule.ScheduleVersion;

/**
 * @param others published besides the one in question
 */
public record Question(
        ScheduleVersion schedule, List<ScheduleVersion> others, Imagined person, Beginning beginning,
        List<Happening> happenings) {

    public static final int MOST_HAPPENINGS = 100;

    public Question {
        others = List.copyOf(others);
        happenings = List.copyOf(happenings);
    }
}
