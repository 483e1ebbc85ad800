package org.handrail.followup.publishing.web;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.handrail.followup.staff.StaffAccounts;
import org.jspecify.annotations.Nullable;

/** Somebody of the staff. */
record Who(UUID account, String name) {

    /** Names of several at once. */
    static final class Names {

        private final Map<UUID, String> names;

        Names(StaffAccounts accounts, Collection<? extends @Nullable UUID> ids) {
            names = accounts.names(ids.stream().filter(Objects::nonNull).map(Objects::requireNonNull)
                    .collect(Collectors.toSet()));
        }

        Who of(UUID account) {
            return new Who(account, names.getOrDefault(account, "somebody"));
        }

        @Nullable Who ofNullable(@Nullable UUID account) {
            return account == null ? null : of(account);
        }
    }
}
