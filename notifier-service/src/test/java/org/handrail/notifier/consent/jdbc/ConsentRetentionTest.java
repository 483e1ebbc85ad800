package org.handrail.notifier.consent.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.handrail.contract.Purpose.FOLLOW_UP;
import static org.handrail.notifier.testing.TestLedger.NOW;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.handrail.messaging.retention.Retention;
import org.handrail.messaging.retention.RetentionRule;
import org.handrail.notifier.testing.Given;
import org.handrail.notifier.testing.TestLedger;
import org.junit.jupiter.api.Test;

class ConsentRetentionTest {

    private static final Duration YEAR = Duration.ofDays(366);

    @Test
    void keepsConsentsSixYearsAfterTheyEndedAndThoseInForceForEver() {
        try (TestLedger ledger = new TestLedger("ConsentRetentionTest")) {
            UUID inForce = consented(ledger);
            UUID stoppedLongAgo = consented(ledger);
            UUID stoppedLately = consented(ledger);
            stop(ledger, stoppedLongAgo);
            ledger.clock.set(NOW.plus(YEAR.multipliedBy(5)));
            stop(ledger, stoppedLately);
            ledger.clock.set(NOW.plus(YEAR.multipliedBy(7)));
            Retention retention = new Retention(ledger.jdbc, ledger.transaction, RetentionConfiguration.rules(
                    RetentionRule.SIX_YEARS, Duration.ofDays(730), RetentionRule.SIX_YEARS), ledger.clock,
                    new SimpleMeterRegistry());

            assertThat(retention.run()).containsEntry("notifier.consent", 1).containsEntry("notifier.stop", 1);

            assertThat(ledger.jdbc.queryForList("select distinct client_id from consent_act", UUID.class))
                    .containsExactlyInAnyOrder(inForce, stoppedLately);
            assertThatThrownBy(() -> ledger.jdbc.update("delete from consent_act")).hasMessageContaining("append-only");
        }
    }

    private static UUID consented(TestLedger ledger) {
        UUID client = UUID.randomUUID();
        ledger.inTransaction(() -> ledger.consents.enter(List.of(Given.consent(client, FOLLOW_UP, NOW)), List.of()));
        return client;
    }

    private static void stop(TestLedger ledger, UUID client) {
        ledger.inTransaction(() -> ledger.consents.enter(List.of(),
                List.of(Given.stop(client, ledger.clock.instant(), FOLLOW_UP))));
    }
}
