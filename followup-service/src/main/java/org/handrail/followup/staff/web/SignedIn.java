package org.handrail.followup.staff.web;

import java.io.Serializable;
import java.util.UUID;
import org.handrail.followup.staff.StaffAccount;
import org.handrail.followup.staff.StaffRole;
import org.springframework.security.core.AuthenticatedPrincipal;

/** Who is signed in; kept in the session. */
public record SignedIn(UUID account, String signInName, String displayName, StaffRole role)
        implements AuthenticatedPrincipal, Serializable {

    private static final long serialVersionUID = 1L;

    static SignedIn as(StaffAccount account) {
        return new SignedIn(account.id(), account.signInName(), account.name(), account.role());
    }

    /** The account's id, by which its sessions are found. */
    @Override
    public String getName() {
        return account.toString();
    }

    public boolean isAdmin() {
        return role == StaffRole.ADMIN;
    }

    @Override
    public String toString() {
        return "SignedIn[account=" + account + "]";
    }
}
