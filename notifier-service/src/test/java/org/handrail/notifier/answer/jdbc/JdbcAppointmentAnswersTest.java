package org.handrail.notifier.answer.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.notifier.testing.TestLedger.NOW;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.handrail.contract.AppointmentStatus;
import org.handrail.contract.consents.AppointmentAnswered;
import org.handrail.contract.consents.AppointmentAnswered.Answer;
import org.handrail.notifier.answer.AppointmentAnswers;
import org.handrail.notifier.answer.Asked;
import org.handrail.notifier.answer.GivenAnswer;
import org.handrail.notifier.answer.Standing;
import org.handrail.notifier.testing.Given;
import org.handrail.notifier.testing.TestLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcAppointmentAnswersTest {

    private static TestLedger ledger;
    private static AppointmentAnswers answers;

    private final UUID client = UUID.randomUUID();
    private final UUID appointment = UUID.randomUUID();
    private final Asked asked = new Asked(client, appointment, 1);

    @BeforeAll
    static void start() {
        ledger = new TestLedger("JdbcAppointmentAnswersTest");
        answers = new JdbcAppointmentAnswers(ledger.jdbc, ledger.transaction, ledger.facts, ledger.clock);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @BeforeEach
    void book() {
        ledger.clock.set(NOW);
        keep(1, AppointmentStatus.BOOKED);
    }

    @Test
    void tellsAnAnswerOnceHoweverOftenItIsGiven() {
        Standing first = answers.answer(asked, Answer.CONFIRMED);
        Standing second = answers.answer(asked, Answer.CONFIRMED);

        assertThat(given(first)).isEqualTo(given(second)).isEqualTo(given(answers.look(asked)));
        assertThat(told()).extracting(AppointmentAnswered::answer).containsExactly(Answer.CONFIRMED);
    }

    @Test
    void takesBackWhatSomebodyHasChangedTheirMindAbout() {
        answers.answer(asked, Answer.CONFIRMED);
        answers.answer(asked, Answer.CANCEL_ASKED);

        assertThat(told()).extracting(AppointmentAnswered::answer)
                .containsExactly(Answer.CONFIRMED, Answer.UNDONE, Answer.CANCEL_ASKED);
        assertThat(told().get(1).undoes()).isEqualTo(told().get(0).answerId());
    }

    @Test
    void takesAnAnswerBackForHalfAnHour() {
        answers.answer(asked, Answer.CANCEL_ASKED);
        ledger.clock.set(NOW.plus(GivenAnswer.UNDO).minusMillis(1));

        assertThat(given(answers.undo(asked))).isNull();
        assertThat(given(answers.undo(asked))).isNull();
        assertThat(told()).extracting(AppointmentAnswered::answer).containsExactly(Answer.CANCEL_ASKED, Answer.UNDONE);

        answers.answer(asked, Answer.MOVE_ASKED);
        ledger.clock.set(ledger.clock.instant().plus(GivenAnswer.UNDO));

        assertThat(given(answers.undo(asked)).answer()).isEqualTo(Answer.MOVE_ASKED);
    }

    @Test
    void recordsNothingAboutWhatHoldsNoLonger() {
        assertThat(answers.answer(new Asked(UUID.randomUUID(), appointment, 1), Answer.CONFIRMED))
                .isEqualTo(new Standing.Closed(Standing.Why.UNKNOWN));
        assertThat(answers.answer(new Asked(client, UUID.randomUUID(), 1), Answer.CONFIRMED))
                .isEqualTo(new Standing.Closed(Standing.Why.UNKNOWN));
        keep(2, AppointmentStatus.BOOKED);
        assertThat(answers.answer(asked, Answer.CONFIRMED)).isEqualTo(new Standing.Closed(Standing.Why.CHANGED));
        keep(3, AppointmentStatus.CANCELLED);
        assertThat(answers.undo(asked)).isEqualTo(new Standing.Closed(Standing.Why.CANCELLED));
        keep(4, AppointmentStatus.NO_SHOW);
        assertThat(answers.look(asked)).isEqualTo(new Standing.Closed(Standing.Why.OVER));
        keep(5, AppointmentStatus.BOOKED);
        ledger.clock.set(NOW.plus(Duration.ofDays(2)));
        assertThat(answers.answer(new Asked(client, appointment, 5), Answer.CONFIRMED))
                .isEqualTo(new Standing.Closed(Standing.Why.OVER));

        assertThat(told()).isEmpty();
    }

    @Test
    void startsAnewWithEachVersion() {
        answers.answer(asked, Answer.CONFIRMED);
        keep(2, AppointmentStatus.BOOKED);

        assertThat(given(answers.look(new Asked(client, appointment, 2)))).isNull();
    }

    @Test
    void keepsToOneAnswerWhenSeveralComeAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Standing>> all = IntStream.range(0, 24).mapToObj(i -> threads.submit(
                    () -> answers.answer(asked, i % 2 == 0 ? Answer.CONFIRMED : Answer.CANCEL_ASKED))).toList();
            for (Future<Standing> one : all) {
                one.get();
            }
        } finally {
            threads.shutdown();
        }

        long undone = told().stream().filter(one -> one.answer() == Answer.UNDONE).count();
        assertThat(told().size() - undone).isEqualTo(undone + 1);
        assertThat(told().stream().filter(one -> one.answer() == Answer.UNDONE).map(AppointmentAnswered::undoes))
                .doesNotHaveDuplicates();
    }

    private void keep(int version, AppointmentStatus status) {
        ledger.inTransaction(() -> ledger.appointments.keep(List.of(
                Given.appointment(client, appointment, version, status, NOW.plus(Duration.ofDays(1))))));
    }

    private List<AppointmentAnswered> told() {
        return ledger.facts.of(AppointmentAnswered.class).stream()
                .filter(one -> one.clientId().equals(client)).toList();
    }

    private static GivenAnswer given(Standing standing) {
        return ((Standing.Open) standing).given();
    }
}
