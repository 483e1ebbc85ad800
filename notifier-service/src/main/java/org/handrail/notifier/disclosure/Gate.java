package org.handrail.notifier.disclosure;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether something may be disclosed: named rules, each of which may object. */
public final class Gate {

    /** 42 CFR 2.32(a)(2): goes with whatever is disclosed. */
    public static final String NOTICE =
            "42 CFR part 2 prohibits unauthorized use or disclosure of these records.";

    /** Objects with its name when the consent lacks what it asks for. */
    private record Rule(String reason, Objection objection) {
    }

    @FunctionalInterface
    private interface Objection {
        boolean objects(DisclosureConsent consent, String scope, Instant at);
    }

    private static final List<Rule> RULES = List.of(
            new Rule("revoked", (consent, scope, at) ->
                    consent.end() != null && consent.end().why() == DisclosureConsent.Why.REVOKED),
            new Rule("ended-by-event", (consent, scope, at) -> consent.end() != null),
            new Rule("expired", (consent, scope, at) ->
                    consent.expiresAt() != null && !at.isBefore(consent.expiresAt())),
            new Rule("client-name-missing", (consent, scope, at) -> isMissing(consent.clientName())),
            new Rule("discloser-missing", (consent, scope, at) -> isMissing(consent.discloser())),
            new Rule("what-missing", (consent, scope, at) -> isMissing(consent.what()) || consent.scope().isEmpty()),
            new Rule("recipient-missing", (consent, scope, at) -> isMissing(consent.recipient())),
            new Rule("purpose-missing", (consent, scope, at) -> isMissing(consent.purpose())),
            new Rule("right-to-revoke-missing", (consent, scope, at) -> !consent.rightToRevokeTold()),
            new Rule("expiry-missing", (consent, scope, at) ->
                    consent.expiresAt() == null && isMissing(consent.expiresOn())),
            new Rule("signature-missing", (consent, scope, at) -> isMissing(consent.signedBy())),
            new Rule("date-missing", (consent, scope, at) -> consent.signedAt() == null),
            new Rule("not-yet-signed", (consent, scope, at) -> Objects.requireNonNull(consent.signedAt()).isAfter(at)),
            new Rule("scope-not-covered", (consent, scope, at) -> !consent.scope().contains(scope)));

    private Gate() {
    }

    /** What the gate says. */
    public sealed interface Verdict {

        /**
         * @param notice      must go with it
         * @param explanation what the consent covers, which must go with it as well (42 CFR 2.32(b))
         */
        record Allowed(UUID consentId, String notice, String explanation) implements Verdict {
        }

        /** @param reason a code: {@code no-consent}, or the rule that the newest consent fails */
        record Refused(String reason) implements Verdict {
        }
    }

    /** @param consents of one client to one recipient, in any order */
    public static Verdict decide(Collection<DisclosureConsent> consents, String scope, Instant at) {
        List<DisclosureConsent> newestFirst = consents.stream()
                .sorted(Comparator.comparing(DisclosureConsent::recordedAt).reversed()
                        .thenComparing(DisclosureConsent::consentId)).toList();
        return newestFirst.stream().filter(consent -> objection(consent, scope, at) == null).findFirst()
                .<Verdict>map(consent -> new Verdict.Allowed(consent.consentId(), NOTICE,
                        consent.what() + " (" + consent.purpose() + ")"))
                .orElseGet(() -> new Verdict.Refused(newestFirst.stream().findFirst()
                        .flatMap(consent -> Optional.ofNullable(objection(consent, scope, at))).orElse("no-consent")));
    }

    /** @return why that consent allows nothing now, whatever is asked for; empty when it is in force */
    public static Optional<String> fault(DisclosureConsent consent, Instant at) {
        String any = consent.scope().stream().findFirst().orElse("");
        return Optional.ofNullable(objection(consent, any, at));
    }

    private static @Nullable String objection(DisclosureConsent consent, String scope, Instant at) {
        return RULES.stream().filter(rule -> rule.objection().objects(consent, scope, at)).findFirst()
                .map(Rule::reason).orElse(null);
    }

    private static boolean isMissing(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
