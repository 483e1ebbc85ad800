package org.handrail.followup.schedule;

/** One version of a schedule; it never changes. */
public record ScheduleVersion(Schedule schedule, int version, Status status) {

    public enum Status { DRAFT, PUBLISHED, RETIRED }

    public String id() {
        return schedule.id();
    }
}
