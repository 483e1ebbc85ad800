package org.handrail.notifier.choice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.notifier.testing.TestLedger.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.handrail.contract.Language;
import org.handrail.notifier.choice.ContactWish;
import org.handrail.notifier.choice.ContactWishes;
import org.handrail.notifier.testing.TestLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JdbcContactWishesTest {

    private static TestLedger ledger;

    private final UUID client = UUID.randomUUID();
    private final List<ContactWish> heard = new ArrayList<>();
    private boolean reachable = true;
    private final ContactWishes wishes = new JdbcContactWishes(ledger.jdbc, wish -> {
        if (reachable) {
            heard.add(wish);
        }
        return reachable;
    }, ledger.clock);

    @BeforeAll
    static void start() {
        ledger = new TestLedger("JdbcContactWishesTest");
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void keepsNothingThatWasTaken() {
        wishes.bring(wish(Language.ES, null, NOW));

        assertThat(heard).containsExactly(wish(Language.ES, null, NOW));
        assertThat(kept()).isZero();
    }

    @Test
    void losesNothingWhileNobodyAnswers() {
        reachable = false;
        wishes.bring(wish(Language.ES, null, NOW));
        wishes.bring(wish(null, "America/Denver", NOW.plusSeconds(1)));
        wishes.retry();
        assertThat(kept()).isOne();

        reachable = true;
        ledger.clock.advance(Duration.ofMinutes(1));
        wishes.retry();
        wishes.retry();

        assertThat(heard).containsExactly(wish(Language.ES, "America/Denver", NOW.plusSeconds(1)));
        assertThat(kept()).isZero();
    }

    private ContactWish wish(Language language, String zone, Instant at) {
        return new ContactWish(client, language, zone, at);
    }

    private long kept() {
        return ledger.jdbc.queryForObject("select count(*) from contact_wish where client_id = ?", Long.class, client);
    }
}
