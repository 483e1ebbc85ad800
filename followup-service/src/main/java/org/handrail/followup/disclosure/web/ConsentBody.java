package org.handrail.followup.disclosure.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.handrail.followup.disclosure.DisclosureConsent;
import org.handrail.platform.problem.FieldFault;
import org.handrail.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What the API takes: {@code consentId} and {@code recipientId} are needed, the rest is kept as missing when it is. */
record ConsentBody(@Nullable UUID consentId, @Nullable String clientName, @Nullable String discloser,
        @Nullable String recipient, @Nullable String recipientId, @Nullable String what,
        @Nullable Set<@Nullable String> scope, @Nullable String purpose, @Nullable Boolean rightToRevokeTold,
        @Nullable Instant expiresAt, @Nullable String expiresOn, @Nullable String signedBy,
        @Nullable Instant signedAt) {

    static final int LONGEST = 2000;

    /** The same pattern as notifier-service goes by. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/+-]{0,99}");

    /** @throws Problem naming every fault */
    DisclosureConsent.Entry checked(UUID account) {
        List<FieldFault> faults = new ArrayList<>();
        if (consentId == null) {
            faults.add(new FieldFault("/consentId", "must be given: a UUID of your own, the same when you try again"));
        }
        code(faults, "/recipientId", recipientId);
        Set<@Nullable String> kinds = scope == null ? Set.of() : scope;
        kinds.forEach(kind -> code(faults, "/scope", kind));
        text(faults, "/clientName", clientName);
        text(faults, "/discloser", discloser);
        text(faults, "/recipient", recipient);
        text(faults, "/what", what);
        text(faults, "/purpose", purpose);
        text(faults, "/expiresOn", expiresOn);
        text(faults, "/signedBy", signedBy);
        if (!faults.isEmpty() || consentId == null || recipientId == null) {
            throw Problem.invalid(faults);
        }
        return new DisclosureConsent.Entry(consentId, blankAsNull(clientName), blankAsNull(discloser),
                blankAsNull(recipient), recipientId, blankAsNull(what), Set.copyOf(kinds), blankAsNull(purpose),
                Boolean.TRUE.equals(rightToRevokeTold), expiresAt, blankAsNull(expiresOn), blankAsNull(signedBy),
                signedAt, account.toString());
    }

    static void code(List<FieldFault> faults, String field, @Nullable String value) {
        if (value == null || !CODE.matcher(value).matches()) {
            faults.add(new FieldFault(field, "must be a code of 1 to 100 letters, digits and . _ : / + -"));
        }
    }

    private static void text(List<FieldFault> faults, String field, @Nullable String value) {
        if (value != null && value.length() > LONGEST) {
            faults.add(new FieldFault(field, "must have at most " + LONGEST + " characters"));
        }
    }

    private static @Nullable String blankAsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
