package org.handrail.followup.staff;

public enum StaffRole {

    /** Works the queue. */
    STAFF,
    /** And keeps the accounts and the schedules, and reads the audit log. */
    ADMIN
}
