package org.handrail.intake.client;

import java.util.Set;
import org.handrail.contract.Language;
import org.jspecify.annotations.Nullable;

/**
 * Details that somebody told: a null leaves what is known, {@code cleared} takes it away.
 *
 * @param zone   IANA id, one that the running JDK knows
 * @param siteId a configured site
 */
public record ContactUpdate(
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable EmailAddress email,
        @Nullable PhoneNumber phone,
        @Nullable Language language,
        @Nullable String zone,
        @Nullable String siteId,
        Set<Detail> cleared) {

    public enum Detail { GIVEN_NAME, FAMILY_NAME, EMAIL, PHONE, ZONE }

    public static final ContactUpdate NONE =
            new ContactUpdate(null, null, null, null, null, null, null, Set.of());

    public ContactUpdate {
        cleared = Set.copyOf(cleared);
    }

    public static ContactUpdate phone(PhoneNumber phone, String siteId) {
        return new ContactUpdate(null, null, null, phone, null, null, siteId, Set.of());
    }

    public static ContactUpdate email(EmailAddress email) {
        return new ContactUpdate(null, null, email, null, null, null, null, Set.of());
    }

    public static ContactUpdate site(String siteId) {
        return new ContactUpdate(null, null, null, null, null, null, siteId, Set.of());
    }

    boolean clears(Detail detail) {
        return cleared.contains(detail);
    }
}
