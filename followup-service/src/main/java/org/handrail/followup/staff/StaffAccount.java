package org.handrail.followup.staff;

import java.util.UUID;

/**
 * @param signInName   in lower case, unique
 * @param name         for colleagues to see
 * @param passwordHash with its scheme in front ({@code {bcrypt}...})
 * @param active       a disabled account keeps its place in the records
 */
public record StaffAccount(
        UUID id, String signInName, String name, StaffRole role, boolean active, String passwordHash) {

    @Override
    public String toString() {
        return "StaffAccount[id=" + id + "]";
    }
}
