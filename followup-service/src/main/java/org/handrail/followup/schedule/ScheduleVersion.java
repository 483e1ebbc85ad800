package org.handrail.followup.schedule;

/** One version of a schedule; it never changes. Which of them is published now, {@link Schedules} tells. */
public record ScheduleVersion(Schedule schedule, int version) {

    public String id() {
        return schedule.id();
    }
}
