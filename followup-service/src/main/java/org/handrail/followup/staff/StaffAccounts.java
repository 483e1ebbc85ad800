package org.handrail.followup.staff;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Everybody who has or had an account. Nobody is ever removed: the audit log names them. */
public interface StaffAccounts {

    Optional<StaffAccount> find(UUID id);

    /** @param signInName in any case */
    Optional<StaffAccount> bySignInName(String signInName);

    /** In the order of their names. */
    List<StaffAccount> all();

    Map<UUID, String> names(Collection<UUID> ids);

    boolean isEmpty();

    /** False when the sign-in name is taken. */
    boolean add(StaffAccount account);

    void changePassword(UUID id, String passwordHash);

    /** False, and nothing changed, when it would leave no active account with the role ADMIN. */
    boolean change(UUID id, StaffRole role, boolean active);
}
