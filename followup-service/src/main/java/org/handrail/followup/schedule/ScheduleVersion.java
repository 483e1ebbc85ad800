package org.handrail.followup.schedule;

/** One version of a schedule; it never changes. */
public record ScheduleVersion(Schedule schedule, int version, Status status) {

    /** Published: what new anchors enrol in. Retired: an earlier one, which those enrolled then may still go by. */
    public enum Status { PUBLISHED, RETIRED }

    public String id() {
        return schedule.id();
    }
}
