package org.handrail.notifier.wordlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.handrail.notifier.testing.TestLedger.NOW;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.handrail.notifier.template.Discretion;
import org.handrail.notifier.template.Discretion.Shown;
import org.handrail.notifier.template.RevealingWords;
import org.handrail.notifier.template.TextsInForce;
import org.handrail.notifier.testing.TestLedger;
import org.handrail.notifier.wordlist.ChangingWords.Outcome;
import org.handrail.notifier.wordlist.jdbc.JdbcOwnWords;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** Two instances over one database. */
class ChangingWordsTest {

    private final TestLedger ledger = new TestLedger("ChangingWordsTest");
    private final OwnWords words = new JdbcOwnWords(ledger.jdbc, ledger.transaction, ledger.clock);
    private final Discretion here = new Discretion(new RevealingWords(List.of("*detox*")));
    private final Discretion there = new Discretion(new RevealingWords(List.of("*detox*")));
    private final FollowingWords otherInstance = new FollowingWords(words, there);
    private final ChangingWords changing = new ChangingWords(words, here, new FollowingWords(words, here),
            List.<TextsInForce>of(here, text -> text.accept("mail/en/x (subject)", "See you at Sunrise House")));

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void isInForceHereAtOnceAndElsewhereAtTheNextLook() {
        here.requireAlways("HANDRAIL_MAIL_FROM", "Desk <desk@sunriseplace.example>");
        there.requireAlways("HANDRAIL_MAIL_FROM", "Desk <desk@sunriseplace.example>");

        assertThat(changing.change(new WordChange("ana", "our new house", 0, List.of("sunrise house", " lakeview* "),
                List.of()))).isEqualTo(new Outcome.Changed(1, List.of(new Shown("mail/en/x (subject)", "sunrise house"))));

        assertThat(here.reveals("Lakeviews")).isTrue();
        assertThat(there.reveals("Lakeviews")).isFalse();
        otherInstance.look();
        assertThat(there.find("The L\u0430keviews")).hasValue("lakeview*");
        assertThat(there.find("d\u0435tox")).as("what was given stays").isPresent();
        assertThat(there.settingsReveal()).isFalse();

        assertThat(changing.change(new WordChange("ben", "hosts", 1, List.of("*sunrisep*"), List.of("lakeview*"))))
                .isInstanceOfSatisfying(Outcome.Changed.class, changed -> assertThat(changed.shows())
                        .contains(new Shown("HANDRAIL_MAIL_FROM", "*sunrisep*")));
        otherInstance.look();
        assertThat(there.reveals("Lakeviews")).isFalse();
        assertThat(there.settingsReveal()).isTrue();
        assertThat(words.state().words()).extracting(OwnWords.OwnWord::entry, OwnWords.OwnWord::addedBy)
                .containsExactly(tuple("*sunrisep*", "ben"),
                        tuple("sunrise house", "ana"));
        assertThat(words.history(10)).contains(new OwnWords.Step(2, "lakeview*", false, "ben", NOW, "hosts"))
                .hasSize(4);
    }

    @Test
    void tellsTheSecondOfTwoWhoSawTheSameList() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Outcome>> all = List.of("oak house", "elm house", "ash house", "fir house").stream()
                    .<Callable<Outcome>>map(word -> () ->
                            changing.change(new WordChange("ana", "w", 0, List.of(word), List.of()))).toList();
            List<Outcome> outcomes = pool.invokeAll(all).stream().map(ChangingWordsTest::get).toList();
            assertThat(outcomes).filteredOn(Outcome.Changed.class::isInstance).hasSize(1);
            assertThat(outcomes).filteredOn(Outcome.Stale.class::isInstance).hasSize(3);
        } finally {
            pool.shutdownNow();
        }
        assertThat(words.state().words()).hasSize(1);
        assertThat(words.revision()).isEqualTo(1);
    }

    @Test
    void saysAllThatIsWrongAtOnceAndWritesNothing() {
        assertThat(changing.change(new WordChange("ana", "w", 0,
                List.of("", "a*", "*abc*", "a*b", "oak", "oak", "*detox*", "\u4e2d"), List.of("elm"))))
                .isInstanceOfSatisfying(Outcome.Bad.class, bad -> assertThat(bad.faults())
                        .extracting(ChangingWords.Fault::place).containsExactlyInAnyOrder("remove/0", "add/0", "add/1",
                                "add/2", "add/3", "add/5", "add/6", "add/7"));
        assertThat(words.revision()).isZero();
    }

    @Test
    void saysWhatAChangeWouldDoWithoutMakingIt() {
        assertThat(changing.check(new WordChange("ana", "w", 0, List.of("sunrise*"), List.of())))
                .isEqualTo(new Outcome.Changed(0, List.of(new Shown("mail/en/x (subject)", "sunrise*"))));
        assertThat(changing.check(new WordChange("ana", "w", 7, List.of("sunrise*"), List.of())))
                .isInstanceOf(Outcome.Stale.class);
        assertThat(words.revision()).isZero();
    }

    @Test
    void keepsWhatWasWritten() {
        changing.change(new WordChange("ana", "w", 0, List.of("oak"), List.of()));
        for (String sql : List.of("delete from revealing_word", "update revealing_word set added = false",
                "truncate revealing_word_change cascade", "delete from revealing_word_change")) {
            assertThatThrownBy(() -> ledger.jdbc.execute(sql)).isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only");
        }
    }

    private static Outcome get(Future<Outcome> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
