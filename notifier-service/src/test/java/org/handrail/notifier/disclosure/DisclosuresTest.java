package org.handrail.notifier.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.notifier.testing.TestLedger.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.handrail.notifier.disclosure.DisclosureConsent.End;
import org.handrail.notifier.disclosure.DisclosureConsent.Why;
import org.handrail.notifier.disclosure.Disclosures.Ask;
import org.handrail.notifier.disclosure.jdbc.JdbcDisclosures;
import org.handrail.notifier.testing.TestLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisclosuresTest {

    private static final Instant SIGNED = NOW.minus(Duration.ofDays(2));

    private final TestLedger ledger = new TestLedger("DisclosuresTest");
    private final Disclosures disclosures = new JdbcDisclosures(ledger.jdbc, ledger.transaction, ledger.clock);
    private final UUID client = UUID.randomUUID();

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void allowsWhatAWholeConsentCoversAndSendsTheNoticeAlong() {
        DisclosureConsent consent = whole();
        assertThat(disclosures.record(consent)).isTrue();
        assertThat(disclosures.record(consent)).as("the same again").isFalse();

        assertThat(ask("county-court", "attendance")).isEqualTo(new Gate.Verdict.Allowed(consent.consentId(),
                "42 CFR part 2 prohibits unauthorized use or disclosure of these records.",
                "Dates of my visits (My case)"));
        assertThat(ask("county-court", "timeline")).isEqualTo(new Gate.Verdict.Refused("scope-not-covered"));
        assertThat(ask("employer", "attendance")).isEqualTo(new Gate.Verdict.Refused("no-consent"));
        assertThat(disclosures.log(client)).hasSize(3).extracting(Disclosures.Asked::refused)
                .containsExactlyInAnyOrder(null, "scope-not-covered", "no-consent");
        assertThat(disclosures.of(UUID.randomUUID())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"client-name-missing", "discloser-missing", "what-missing", "recipient-missing",
        "purpose-missing", "right-to-revoke-missing", "expiry-missing", "signature-missing", "date-missing",
        "not-yet-signed", "expired"})
    void allowsNothingUnderAConsentThatLacksAnElement(String element) {
        disclosures.record(lacking(element));

        assertThat(ask("county-court", "attendance")).isEqualTo(new Gate.Verdict.Refused(element));
    }

    @Test
    void allowsNothingAfterItsEnd() {
        DisclosureConsent revoked = whole();
        disclosures.record(revoked);
        disclosures.end(client, revoked.consentId(), new End(Why.REVOKED, "spoken", "staff-7", NOW));
        assertThat(ask("county-court", "attendance")).isEqualTo(new Gate.Verdict.Refused("revoked"));

        DisclosureConsent later = whole();
        ledger.clock.set(NOW.plusSeconds(60));
        disclosures.record(with(later, NOW.plusSeconds(60)));
        assertThat(ask("county-court", "attendance")).isInstanceOf(Gate.Verdict.Allowed.class);
        disclosures.end(client, later.consentId(), new End(Why.EVENT, "case-closed", "staff-7", NOW));
        assertThat(ask("county-court", "attendance")).isEqualTo(new Gate.Verdict.Refused("ended-by-event"));
        assertThat(disclosures.end(client, UUID.randomUUID(), new End(Why.REVOKED, "spoken", "staff-7", NOW))).isEmpty();
    }

    /** Whatever was allowed was allowed before the revocation was answered. */
    @Test
    void aRevocationThatWasAnsweredIsHeededByEveryQuestionAfterIt() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 40; round++) {
                DisclosureConsent consent = whole();
                disclosures.record(consent);
                AtomicBoolean answered = new AtomicBoolean();
                List<Future<Boolean>> late = new ArrayList<>();
                for (int i = 0; i < 3; i++) {
                    late.add(pool.submit(() -> {
                        boolean allowedLate = false;
                        for (boolean last = false; !last; ) {
                            last = answered.get();
                            allowedLate = ask("county-court", "attendance") instanceof Gate.Verdict.Allowed && last;
                        }
                        return allowedLate;
                    }));
                }
                disclosures.end(client, consent.consentId(), new End(Why.REVOKED, "spoken", "staff-7", NOW));
                answered.set(true);
                for (Future<Boolean> one : late) {
                    assertThat(one.get()).isFalse();
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private Gate.Verdict ask(String recipient, String scope) {
        return disclosures.ask(new Ask(UUID.randomUUID(), client, recipient, scope, "staff-7"));
    }

    private DisclosureConsent whole() {
        return lacking("nothing");
    }

    private static DisclosureConsent with(DisclosureConsent one, Instant recordedAt) {
        return new DisclosureConsent(one.consentId(), one.clientId(), one.clientName(), one.discloser(), one.recipient(),
                one.recipientId(), one.what(), one.scope(), one.purpose(), one.rightToRevokeTold(), one.expiresAt(),
                one.expiresOn(), one.signedBy(), one.signedAt(), one.recordedBy(), recordedAt, null);
    }

    private DisclosureConsent lacking(String element) {
        Map<String, String> texts = Map.of("client-name-missing", "Robin Vale", "discloser-missing", "Front Desk",
                "what-missing", "Dates of my visits", "recipient-missing", "The county court", "purpose-missing",
                "My case", "signature-missing", "Robin Vale");
        UnaryOperator<String> unless = name -> name.equals(element) ? null : texts.get(name);
        Instant expiry = element.equals("expiry-missing") ? null
                : element.equals("expired") ? NOW.minusSeconds(1) : NOW.plus(Duration.ofDays(90));
        Instant signed = element.equals("date-missing") ? null
                : element.equals("not-yet-signed") ? NOW.plus(Duration.ofDays(1)) : SIGNED;
        return new DisclosureConsent(UUID.randomUUID(), client, unless.apply("client-name-missing"),
                unless.apply("discloser-missing"), unless.apply("recipient-missing"), "county-court",
                unless.apply("what-missing"), Set.of("attendance"), unless.apply("purpose-missing"),
                !element.equals("right-to-revoke-missing"), expiry, null, unless.apply("signature-missing"), signed,
                "staff-7", NOW, null);
    }
}
